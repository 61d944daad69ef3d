"""What all tests share: a window without a screen, and how hard the laws are tried."""

from __future__ import annotations

import os
import sys

from hypothesis import HealthCheck, settings

# Before any Qt import: the xcb plugin without a display aborts the whole run instead of failing one test.
if sys.platform.startswith("linux"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

# A shared machine is slow now and then; a law that is broken is broken at any speed.
_PATIENT = (HealthCheck.too_slow,)

# In CI the same examples each time, so that a red run can be told from bad luck.
settings.register_profile(
    "fast",
    max_examples=50,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=_PATIENT,
    print_blob=True,
)
settings.register_profile("thorough", max_examples=2000, deadline=None, suppress_health_check=_PATIENT)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))
