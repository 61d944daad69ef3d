"""The journal: what happened, in changes. Every write goes through it; undo, audit trail and merge come of it.

clock     when, so that what saw another wins over it
codec     a row's values as the journal writes them
fold      what a row is, from what all changes wrote in it (pure)
record    one operation, one transaction, one change
settle    the tables brought to what the fold says
sight     who saw what
"""
