package org.gfpaudit.rules.api;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.knowledge.SiteFacts;
import org.gfpaudit.rules.mask.Judgement;
import org.gfpaudit.rules.mask.Origin;

/**
 * One row of the audit table and how its verdict came about.
 *
 * @param audited the row
 * @param judgement the verdict the row carries, with its reasons
 * @param allowsFs whether no mapping that can reach it forbids {@code __GFP_FS}, as far as the tree
 *     tells, but for one that backs something
 * @param named what the row names: the function that is called there, or the field that is set
 */
public record RowSubject(
    AuditRow audited,
    Judgement judgement,
    SiteFacts facts,
    Optional<Rank> rank,
    boolean allowsFs,
    String named)
    implements Subject {

  /** A call of whose mappings nothing is known. */
  public RowSubject(AuditRow audited, Judgement judgement, SiteFacts facts) {
    this(audited, judgement, facts, Optional.empty(), /* allowsFs= */ false, audited.sink());
  }

  /** A call of whose mappings no more is known than its rank. */
  public RowSubject(AuditRow audited, Judgement judgement, SiteFacts facts, Optional<Rank> rank) {
    this(audited, judgement, facts, rank, /* allowsFs= */ false, audited.sink());
  }

  @Override
  public Flagged flagged() {
    return Flagged.of(audited);
  }

  @Override
  public List<String> masks() {
    return judgement.culprits().stream().map(Origin::text).toList();
  }

  @Override
  public Optional<AuditRow> row() {
    return Optional.of(audited);
  }
}
