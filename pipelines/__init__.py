"""Claims, made into Incidents, SQLite, Datasette and CSV; and the command line."""
