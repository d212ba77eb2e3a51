package org.gfpaudit.rules.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** All tables, by what they are about. */
record Tables(
    SinkTables sinks,
    MaskTables masks,
    ScopeTables scopes,
    MappingTables mappings,
    EvidenceTables evidence,
    FindingTables findings) {

  /**
   * Reads all tables.
   *
   * @throws KnowledgeException if a table is wrong
   */
  static Tables read(KnowledgeReader reader) {
    MappingReader mappings = new MappingReader(reader);
    RawMemoryReader rawMemory = new RawMemoryReader(reader);
    PatchReader patches = new PatchReader(reader);
    return new Tables(
        new SinkTables(
            reader.sinks(),
            reader.fgpEffects(),
            rawMemory.rawSinks(),
            rawMemory.lowMemoryMappings()),
        new MaskTables(reader.sources(), reader.identities(), reader.idioms(), reader.gfpTables()),
        new ScopeTables(reader.scopes(), new CallbackReader(reader).callbacks()),
        new MappingTables(
            mappings.accessors(),
            mappings.containers(),
            mappings.freshObjects(),
            mappings.equalities(),
            reader.constrainers(),
            reader.constrainedMappings()),
        new EvidenceReader(reader).tables(),
        new FindingTables(
            reader.exemptions(),
            reader.subsystems(),
            patches.subjectPrefixes(),
            patches.maskTemplates(),
            new ConsequenceReader(reader).tables(),
            new ReclaimReader(reader).tables()));
  }

  /** All that they say, to be held against what others say. */
  List<Object> rows() {
    List<Object> rows = new ArrayList<>();
    Tables same =
        where(
            row -> {
              rows.add(row);
              return true;
            });
    rows.addAll(same.findings.exemptions());
    rows.addAll(same.mappings.constrainedMappings());
    rows.add(same.masks.gfpTables());
    return rows;
  }

  /** The rows that hold. */
  Tables where(Predicate<Row> holds) {
    return new Tables(
        sinks.where(holds),
        masks.where(holds),
        scopes.where(holds),
        mappings.where(holds),
        evidence.where(holds),
        findings.where(holds));
  }
}
