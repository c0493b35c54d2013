"""Edits that findings offer: chosen, proved by checking the edited text, and written whole or not at all."""
