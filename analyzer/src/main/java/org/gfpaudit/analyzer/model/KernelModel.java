package org.gfpaudit.analyzer.model;

import java.util.Optional;
import java.util.function.Predicate;
import org.gfpaudit.rules.knowledge.GfpTable;
import org.gfpaudit.rules.knowledge.KernelVersion;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.MappingForms;
import org.gfpaudit.rules.knowledge.Row;
import org.gfpaudit.rules.mask.BitNames;
import org.gfpaudit.rules.mask.MaskBits;

/**
 * What one run knows of the kernel it audits.
 *
 * @param version the release, or the oldest that is known where it is older
 * @param knowledge the rows that hold for the tree's release
 * @param names the numbers of mask bits and of FGP flags, which share one numbering so that a
 *     variable may hold either
 * @param fallback what GFP names mean where the tree does not define them
 */
public record KernelModel(
    KernelVersion version,
    Knowledge knowledge,
    MappingForms mappings,
    BitNames names,
    MaskBits bits,
    GfpTable fallback) {

  /**
   * The model of a tree that says it is {@code version}: of the oldest known release where it is
   * older than all of them or no release at all.
   */
  public static KernelModel nearest(Knowledge shipped, String version) {
    try {
      return of(shipped, version);
    } catch (IllegalArgumentException unknown) {
      KernelVersion oldest = shipped.gfpVersions().iterator().next();
      return of(shipped, oldest.toString());
    }
  }

  /**
   * The model of one release.
   *
   * @throws IllegalArgumentException if {@code version} is no release or an unknown one; the
   *     message lists the known ones
   */
  public static KernelModel of(Knowledge shipped, String version) {
    GfpTable fallback = shipped.forVersion(version);
    Knowledge knowledge = shipped.at(version);
    BitNames names = BitNames.forGfp();
    return new KernelModel(
        KernelVersion.parse(version),
        knowledge,
        knowledge.mappingForms(),
        names,
        MaskBits.of(names),
        fallback);
  }

  /**
   * The same with the numbers that bits have in {@code other}; empty where the tables say something
   * else there, or where no number is left, so that it would matter who got the last.
   */
  Optional<KernelModel> numberedAs(KernelModel other) {
    return version.equals(other.version)
            && fallback.equals(other.fallback)
            && knowledge.hasRowsOf(other.knowledge)
            && other.names.hasRoom()
        ? Optional.of(numbered(other.names.uncomposed()))
        : Optional.empty();
  }

  private KernelModel numbered(BitNames others) {
    return new KernelModel(version, knowledge, mappings, others, MaskBits.of(others), fallback);
  }

  /** The same with those rows of all releases that {@code holds} takes. */
  KernelModel where(Predicate<Row> holds) {
    Knowledge narrowed = knowledge.where(holds);
    return new KernelModel(version, narrowed, narrowed.mappingForms(), names, bits, fallback);
  }
}
