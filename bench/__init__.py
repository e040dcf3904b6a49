"""What it costs and how well it reads, against named peers."""
