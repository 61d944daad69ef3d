"""Whole projects and codebooks, from and to other programs."""
