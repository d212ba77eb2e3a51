package org.gfpaudit.analyzer.reclaim;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gfpaudit.analyzer.model.FileSubsystems;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.ReclaimRoot;
import org.gfpaudit.rules.knowledge.Subsystem;

/**
 * The code that can run on objects of one subsystem: its own, that which works for everybody, and
 * the parts that it is built on, which it calls by many names that nobody else defines.
 */
final class Territory {
  /** A subsystem of which so many functions are called by name is one that the caller needs. */
  private static final int MANY = 8;

  /** What works on the objects of all file systems. */
  private static final String GENERIC = "fs";

  private final FileSubsystems subsystems;
  private final SourceIndex index;
  private final String owner;
  private final Set<String> partners;
  private final Set<Entity> handingMask = new HashSet<>();

  Territory(Model model, String owner) {
    this.subsystems = model.subsystems();
    this.index = model.index();
    this.owner = owner;
    this.partners = partners();
    for (ReclaimRoot root : model.knowledge().reclaim().roots(ReclaimRoot.Kind.FIELD)) {
      index.find(root.name()).map(index::fieldCallers).ifPresent(handingMask::addAll);
    }
    for (ReclaimRoot root : model.knowledge().reclaim().roots(ReclaimRoot.Kind.FUNCTION)) {
      handingMask.addAll(index.definitions(root.name()));
    }
  }

  /** The subsystem it is about. */
  String owner() {
    return owner;
  }

  /**
   * Whether a definition belongs to it. What works for everybody and is handed a mask allocates,
   * and an allocation below a root does not reclaim again.
   */
  boolean holds(Entity entity) {
    return isOfFile(entity)
        && (!index.mentionsMaskType(entity) || isOwn(entity) || handingMask.contains(entity));
  }

  private boolean isOfFile(Entity entity) {
    return isOf(subsystem(index.fileOf(entity)));
  }

  /** Whether the code of a subsystem belongs to it, but for what is handed a mask. */
  boolean isOf(Subsystem subsystem) {
    // A part of the tree that works for everybody is one that the owner calls, or stacks on him.
    return (subsystem.kind() == Subsystem.Kind.GENERIC && !subsystem.name().contains("/"))
        || isOwn(subsystem);
  }

  /** Whether what a definition waits for can be done by code of the subsystem. */
  boolean mayWait(Entity entity) {
    return mayWait(subsystem(index.fileOf(entity)));
  }

  /** Whether what the code of another subsystem waits for can be done by that of this one. */
  boolean mayWait(Subsystem subsystem) {
    return isOwn(subsystem) || subsystem.name().equals(GENERIC);
  }

  /** Whether a definition is part of the subsystem itself, or of what it is built on. */
  boolean isOwn(Entity entity) {
    return isOwn(subsystem(index.fileOf(entity)));
  }

  private boolean isOwn(Subsystem subsystem) {
    return subsystem.name().equals(owner) || partners.contains(subsystem.name());
  }

  private Subsystem subsystem(SourceFile file) {
    return subsystems.of(file);
  }

  private Set<String> partners() {
    Map<String, Integer> counts = new HashMap<>();
    Set<Name> seen = new HashSet<>();
    subsystems.files(owner).stream()
        .flatMap(file -> index.entitiesOf(file).stream())
        .filter(entity -> index.kind(entity) == EntityKind.FUNCTION)
        .flatMap(entity -> index.calls(entity).stream())
        .filter(seen::add)
        .forEach(name -> count(name, counts));
    Set<String> many = new HashSet<>();
    counts.forEach(
        (subsystem, count) -> {
          if (count >= MANY) {
            many.add(subsystem);
          }
        });
    return many;
  }

  private void count(Name name, Map<String, Integer> counts) {
    Set<Subsystem> definers = new HashSet<>();
    for (Entity entity : index.definitions(name)) {
      if (index.kind(entity) == EntityKind.FUNCTION) {
        definers.add(subsystem(index.fileOf(entity)));
      }
    }
    if (definers.size() == 1) {
      Subsystem only = definers.iterator().next();
      // What is a directory at the top of the tree, such as block, serves everybody.
      boolean isPart = only.name().contains("/");
      boolean isUsed = only.kind() == Subsystem.Kind.FILES || only.kind() == Subsystem.Kind.GENERIC;
      if (isPart && isUsed && !only.name().equals(owner)) {
        counts.merge(only.name(), 1, Integer::sum);
      }
    }
  }
}
