"""Rows of the core as Qt's tables and trees."""
