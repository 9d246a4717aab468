"""PDF: characters with their places (`chars`), words (`words`), columns and margins (`gutter`, `layout`), tables, paragraphs, images."""
