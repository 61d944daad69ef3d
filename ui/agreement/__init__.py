"""What the agreement pane is made of: its views, the passages behind a figure, the way out to a file."""
