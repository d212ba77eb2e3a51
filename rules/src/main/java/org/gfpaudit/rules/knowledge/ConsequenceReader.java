package org.gfpaudit.rules.knowledge;

import java.util.List;
import java.util.Locale;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.mask.Scope;

/** Reads the tables that consequences are told by. */
final class ConsequenceReader {
  private final KnowledgeReader reader;

  ConsequenceReader(KnowledgeReader reader) {
    this.reader = reader;
  }

  ConsequenceTables tables() {
    return new ConsequenceTables(inodeKinds(), deviceWords(), devices(), gates(), operationWords());
  }

  private List<InodeKindRow> inodeKinds() {
    return KnowledgeReader.distinct(
        "inode-kinds.tsv",
        reader
            .table("inode-kinds.tsv", "how name by kind since until origin")
            .rows(ConsequenceReader::inodeKind),
        row -> row.how() + " " + row.name() + " " + row.by().orElse(""));
  }

  private static InodeKindRow inodeKind(TsvTable.Line line) {
    InodeKindRow row =
        new InodeKindRow(
            line.word("how", InodeKindRow.How.values(), ConsequenceReader::word),
            line.text("name"),
            line.optional("by"),
            line.optional("kind")
                .map(word -> line.word("kind", InodeKind.values(), InodeKind::word)),
            line.versions(),
            line.text("origin"));
    if ((row.how() == InodeKindRow.How.OPERATION) != row.by().isPresent()) {
      throw new IllegalArgumentException("an operation has a parameter type, and nothing else has");
    }
    if ((row.how() == InodeKindRow.How.WAY) == row.kind().isPresent()) {
      throw new IllegalArgumentException("a way has no kind, and all else has");
    }
    return row;
  }

  private List<DeviceWord> deviceWords() {
    return KnowledgeReader.distinct(
        "device-words.tsv",
        reader
            .table("device-words.tsv", "kind name since until origin")
            .rows(
                line ->
                    new DeviceWord(
                        line.word("kind", DeviceWord.Kind.values(), ConsequenceReader::word),
                        KnowledgeReader.name(line, "name"),
                        line.versions(),
                        line.text("origin"))),
        row -> row.kind() + " " + row.name());
  }

  private List<OperationWord> operationWords() {
    return KnowledgeReader.distinct(
        "operations.tsv",
        reader
            .table("operations.tsv", "kind name since until origin")
            .rows(
                line ->
                    new OperationWord(
                        line.word("kind", OperationWord.Kind.values(), ConsequenceReader::word),
                        KnowledgeReader.name(line, "name"),
                        line.versions(),
                        line.text("origin"))),
        row -> row.kind() + " " + row.name());
  }

  private List<DeviceRow> devices() {
    return KnowledgeReader.distinct(
        "devices.tsv",
        reader
            .table("devices.tsv", "name path serves scope about since until origin")
            .rows(
                line ->
                    new DeviceRow(
                        line.text("name"),
                        line.text("path"),
                        serving(line),
                        line.versions(),
                        line.text("origin"))),
        DeviceRow::name);
  }

  private static DeviceRow.Serving serving(TsvTable.Line line) {
    return new DeviceRow.Serving(
        line.word("serves", DeviceRow.Kind.values(), ConsequenceReader::word),
        line.word("scope", Scope.values(), scope -> scope == Scope.NONE ? "none" : scope.name()),
        line.text("about"));
  }

  private List<GateRow> gates() {
    return KnowledgeReader.distinct(
        "reclaim-gates.tsv",
        reader
            .table("reclaim-gates.tsv", "name bit about function condition since until origin")
            .rows(
                line ->
                    new GateRow(
                        line.text("name"),
                        KnowledgeReader.name(line, "bit"),
                        line.text("about"),
                        new GateRow.Sign(
                            KnowledgeReader.name(line, "function"),
                            List.of(line.text("condition").split(","))),
                        line.versions(),
                        line.text("origin"))),
        GateRow::name);
  }

  private static <E extends Enum<E>> String word(E value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
