package org.gfpaudit.rules.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.rules.knowledge.TsvTable.Line;

/** Reads the table of names under which one mapping is known. */
final class MappingReader {
  private static final String[] KINDS = {"function", "container", "new", "same"};

  private final KnowledgeReader reader;

  MappingReader(KnowledgeReader reader) {
    this.reader = reader;
  }

  List<Accessor> accessors() {
    return KnowledgeReader.distinct(
        "mappings.tsv",
        mappings("function").stream()
            .map(
                row ->
                    new Accessor(
                        row.name.orElseThrow(() -> KnowledgeReader.missing("name")),
                        Integer.parseInt(row.from),
                        row.to,
                        row.versions,
                        row.origin))
            .toList(),
        Accessor::name);
  }

  List<Container> containers() {
    return KnowledgeReader.distinct(
        "mappings.tsv",
        mappings("container").stream()
            .map(
                row ->
                    new Container(
                        row.name.orElseThrow(() -> KnowledgeReader.missing("name")),
                        Integer.parseInt(row.from),
                        Integer.parseInt(row.to.get(0)),
                        row.versions,
                        row.origin))
            .toList(),
        Container::name);
  }

  List<FreshObject> freshObjects() {
    return KnowledgeReader.distinct(
        "mappings.tsv",
        mappings("new").stream()
            .map(
                row ->
                    new FreshObject(
                        row.name.orElseThrow(() -> KnowledgeReader.missing("name")),
                        row.versions,
                        row.origin))
            .toList(),
        FreshObject::name);
  }

  List<SameSteps> equalities() {
    List<SameSteps> rows =
        mappings("same").stream()
            .map(
                row ->
                    new SameSteps(List.of(row.from.split("\\.")), row.to, row.versions, row.origin))
            .toList();
    requireTermination(rows);
    return rows;
  }

  /**
   * Rewriting ends if no row makes a path longer, and a row that keeps the length replaces steps
   * that such rows rewrite by steps that no such row rewrites.
   */
  private static void requireTermination(List<SameSteps> rows) {
    Set<String> replaced = new HashSet<>();
    rows.stream()
        .filter(row -> row.to().size() == row.from().size())
        .forEach(row -> replaced.addAll(row.from()));
    for (SameSteps row : rows) {
      boolean keepsLength = row.to().size() == row.from().size();
      if (row.to().size() > row.from().size()
          || (keepsLength && row.to().stream().anyMatch(replaced::contains))) {
        throw new KnowledgeException(
            "mappings.tsv: rewriting " + row.from() + " to " + row.to() + " may never end");
      }
    }
  }

  private List<MappingRow> mappings(String kind) {
    return reader
        .table("mappings.tsv", "kind name from to since until origin")
        .rows(MappingReader::mappingRow)
        .stream()
        .filter(row -> row.kind.equals(kind))
        .toList();
  }

  private static MappingRow mappingRow(Line line) {
    String kind = line.word("kind", KINDS, word -> word);
    boolean isNamed = !kind.equals("same");
    if (isNamed != line.optional("name").isPresent()) {
      throw new IllegalArgumentException("an equality has no name, all others have one");
    }
    switch (kind) {
      case "function" -> line.index("from").orElseThrow(() -> KnowledgeReader.missing("from"));
      case "container" -> {
        line.index("from").orElseThrow(() -> KnowledgeReader.missing("from"));
        line.index("to").orElseThrow(() -> KnowledgeReader.missing("to"));
      }
      default -> {}
    }
    return new MappingRow(
        kind,
        line.optional("name"),
        kind.equals("new") ? "" : line.text("from"),
        line.list("to", '.'),
        line.versions(),
        line.text("origin"));
  }

  /** A row of mappings.tsv before its kind is looked at. */
  private record MappingRow(
      String kind,
      Optional<String> name,
      String from,
      List<String> to,
      VersionRange versions,
      String origin) {}
}
