"""What an editor changes without Python; a package so that a wheel carries it.

Read with ``importlib.resources.files("data") / "sources.toml"``.
"""
