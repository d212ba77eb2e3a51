package org.gfpaudit.rules.knowledge;

import java.util.List;

/** Reads the tables about memory that must not be high memory. */
final class RawMemoryReader {
  private final KnowledgeReader reader;

  RawMemoryReader(KnowledgeReader reader) {
    this.reader = reader;
  }

  List<RawSink> rawSinks() {
    return KnowledgeReader.distinct(
        "raw-sinks.tsv",
        reader
            .table("raw-sinks.tsv", "name mask memory allocates since until origin")
            .rows(
                line ->
                    new RawSink(
                        KnowledgeReader.name(line, "name"),
                        line.argument("mask").orElseThrow(() -> KnowledgeReader.missing("mask")),
                        line.text("memory"),
                        line.word("allocates", new String[] {"always", "rarely"}, word -> word)
                            .equals("always"),
                        line.versions(),
                        line.text("origin"))),
        RawSink::name);
  }

  List<LowMemoryMapping> lowMemoryMappings() {
    return KnowledgeReader.distinct(
        "low-memory.tsv",
        reader
            .table("low-memory.tsv", "field since until origin")
            .rows(
                line ->
                    new LowMemoryMapping(
                        KnowledgeReader.name(line, "field"), line.versions(), line.text("origin"))),
        LowMemoryMapping::field);
  }
}
