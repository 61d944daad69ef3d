"""Finding words: matching in one text, over the whole project, key-word lists, and hits ready to be coded."""
