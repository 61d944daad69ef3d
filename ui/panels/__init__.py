"""The panes around the text; none knows another, the main window joins them."""
