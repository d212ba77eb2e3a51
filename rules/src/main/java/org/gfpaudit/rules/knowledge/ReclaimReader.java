package org.gfpaudit.rules.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.gfpaudit.rules.finding.ReclaimBit;

/** Reads the tables that tell what reclaim does. */
final class ReclaimReader {
  private final KnowledgeReader reader;

  ReclaimReader(KnowledgeReader reader) {
    this.reader = reader;
  }

  ReclaimTables tables() {
    return new ReclaimTables(roots(), words());
  }

  private List<ReclaimRoot> roots() {
    return KnowledgeReader.distinct(
        "reclaim-roots.tsv",
        reader
            .table("reclaim-roots.tsv", "kind name by bit unless since until origin")
            .rows(ReclaimReader::root),
        row -> row.kind() + " " + row.name() + " " + row.by().orElse(""));
  }

  private static ReclaimRoot root(TsvTable.Line line) {
    ReclaimRoot row =
        new ReclaimRoot(
            new ReclaimRoot.Entry(
                line.word("kind", ReclaimRoot.Kind.values(), ReclaimReader::word),
                KnowledgeReader.name(line, "name"),
                line.optional("by")),
            line.word("bit", ReclaimBit.values(), ReclaimBit::word),
            line.optional("unless"),
            line.versions(),
            line.text("origin"));
    if (row.isField() != row.by().isPresent()) {
      throw new IllegalArgumentException("a field has a struct, and nothing else has");
    }
    return row;
  }

  private List<ReclaimWord> words() {
    return KnowledgeReader.distinct(
        "reclaim-words.tsv",
        reader
            .table("reclaim-words.tsv", "kind name argument since until origin")
            .rows(
                line ->
                    new ReclaimWord(
                        line.word("kind", ReclaimWord.Kind.values(), ReclaimReader::word),
                        KnowledgeReader.name(line, "name"),
                        argument(line),
                        line.versions(),
                        line.text("origin"))),
        ReclaimWord::name);
  }

  private static OptionalInt argument(TsvTable.Line line) {
    return line.argument("argument")
        .map(position -> OptionalInt.of(position.index()))
        .orElse(OptionalInt.empty());
  }

  private static <E extends Enum<E>> String word(E value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
