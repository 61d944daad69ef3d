"""Text, codes, coders and numbers: everything of Intercoder that is not a window."""

__version__ = "0.1.0"
