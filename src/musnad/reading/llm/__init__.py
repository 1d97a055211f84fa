"""A reader that asks a large language model, for those who want one: any server that speaks OpenAI's chat completions.

The model only points: every claim it makes must quote the article, and what it quotes must stand there. Who is meant and when
it was are then settled as for every other reader, by the knowledge base and the time resolver. The texts of the articles
go to the server that was named, and nowhere else.
"""
