"""Pure rules of the log and of webhooks."""
