"""Agreement: intervals -> tables -> coefficients, over arrays alone.

Nothing here knows the project, a file, a clock, or random state that was not handed in.
"""
