"""From mentions to claims: who says what of whose outage."""
