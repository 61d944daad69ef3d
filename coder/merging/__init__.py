"""Bringing files together: journals in, report out; packages for coders.

union      one journal into another, by key (SQL)
merge      files into a project, with its report
package    a coder's package, written new from a list of what goes in
conflicts  what people changed without having seen each other, in words
forget     forgetting for good, and the mark that makes it hold everywhere
"""
