"""Document -> claims: sentences, mentions, phrases, clauses, frames, stance."""
