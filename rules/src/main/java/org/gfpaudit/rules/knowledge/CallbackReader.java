package org.gfpaudit.rules.knowledge;

import java.util.List;

/** Reads the table of functions that run another one later. */
final class CallbackReader {
  private final KnowledgeReader reader;

  CallbackReader(KnowledgeReader reader) {
    this.reader = reader;
  }

  List<Callback> callbacks() {
    return KnowledgeReader.distinct(
        "callbacks.tsv",
        reader
            .table("callbacks.tsv", "name function runs-as since until origin")
            .rows(
                line ->
                    new Callback(
                        KnowledgeReader.name(line, "name"),
                        line.argument("function")
                            .orElseThrow(() -> KnowledgeReader.missing("function")),
                        line.text("runs-as"),
                        line.versions(),
                        line.text("origin"))),
        callback -> callback.name() + " " + callback.function());
  }
}
