"""PDF: characters (`chars`), words (`words`), columns and margins (`gutter`, `layout`), tables, paragraphs, images."""
