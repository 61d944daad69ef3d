"""The reading desk: text surface, highlights, stripes, palette. Qt's positions live here and nowhere else."""
