package org.gfpaudit.rules.knowledge;

import java.util.List;
import java.util.Locale;
import org.gfpaudit.rules.finding.LockMode;

/** Reads the tables that evidence is made from. */
final class EvidenceReader {
  private final KnowledgeReader reader;

  EvidenceReader(KnowledgeReader reader) {
    this.reader = reader;
  }

  EvidenceTables tables() {
    return new EvidenceTables(bitClasses(), locks(), readPaths());
  }

  private List<BitClass> bitClasses() {
    return KnowledgeReader.distinct(
        "bit-classes.tsv",
        reader
            .table("bit-classes.tsv", "bit class since until origin")
            .rows(
                line ->
                    new BitClass(
                        KnowledgeReader.name(line, "bit"),
                        line.word("class", BitClass.Kind.values(), BitClass.Kind::word),
                        line.versions(),
                        line.text("origin"))),
        BitClass::bit);
  }

  private List<Lock> locks() {
    return KnowledgeReader.distinct(
        "locks.tsv",
        reader
            .table("locks.tsv", "take give mode kind lock since until origin")
            .rows(
                line ->
                    new Lock(
                        new Lock.Calls(
                            KnowledgeReader.name(line, "take"), KnowledgeReader.name(line, "give")),
                        line.word("mode", LockMode.values(), LockMode::word),
                        line.word("kind", Lock.Kind.values(), Lock.Kind::word),
                        line.optional("lock").orElse(""),
                        line.versions(),
                        line.text("origin"))),
        Lock::take);
  }

  private List<ReadPath> readPaths() {
    return KnowledgeReader.distinct(
        "read-paths.tsv",
        reader
            .table("read-paths.tsv", "kind name what ahead since until origin")
            .rows(
                line ->
                    new ReadPath(
                        line.word(
                            "kind",
                            ReadPath.Kind.values(),
                            kind -> kind.name().toLowerCase(Locale.ROOT)),
                        KnowledgeReader.name(line, "name"),
                        line.text("what"),
                        line.text("ahead").equals("yes"),
                        line.versions(),
                        line.text("origin"))),
        ReadPath::name);
  }
}
