"""python -m coder.cli"""

from coder.cli import main

raise SystemExit(main())
