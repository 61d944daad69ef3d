"""Pages and small windows for what is asked now and then."""
