package org.gfpaudit.analyzer.reclaim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.index.SourceIndex.FieldInitializer;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.knowledge.ReclaimRoot;
import org.gfpaudit.rules.knowledge.ReclaimTables;
import org.gfpaudit.rules.mask.FieldOwner;
import org.gfpaudit.rules.mask.Symbol;

/** The functions that reclaim enters code by. */
final class Roots {
  private final Model model;
  private final SourceIndex index;
  private final ReclaimTables tables;
  private final List<Root> all = new ArrayList<>();
  private final List<Root> flushers = new ArrayList<>();
  private final Map<Entity, Root> byFunction = new HashMap<>();
  private final Set<String> evicting = new HashSet<>();

  /**
   * A function that reclaim runs.
   *
   * @param through the field it is run through, for people; empty for one of reclaim itself
   * @param row what says so
   */
  record Root(Entity function, ReclaimBit bit, String through, ReclaimRoot row) {
    /** Whether it serves a device, and does not run in the task that reclaims. */
    boolean isServing() {
      return bit == ReclaimBit.IO && !isSwap();
    }

    /** Whether it writes to swap that lies in a file. */
    boolean isSwap() {
      return row.kind() == ReclaimRoot.Kind.SWAP;
    }
  }

  Roots(Model model) {
    this.model = model;
    this.index = model.index();
    this.tables = model.knowledge().reclaim();
    for (ReclaimRoot row : tables.roots(ReclaimRoot.Kind.FUNCTION)) {
      for (Entity function : functions(row.name())) {
        all.add(new Root(function, row.bit(), "", row));
      }
    }
    for (ReclaimRoot row : tables.roots(ReclaimRoot.Kind.FIELD)) {
      row.unless().ifPresent(unless -> evicting.add(row.name()));
      if (row.unless().filter(unless -> !functions(unless).isEmpty()).isEmpty()) {
        addField(row, all);
      }
    }
    tables.roots(ReclaimRoot.Kind.SWAP).forEach(row -> addField(row, all));
    tables.roots(ReclaimRoot.Kind.FLUSHER).forEach(row -> addField(row, flushers));
    all.forEach(root -> byFunction.putIfAbsent(root.function(), root));
  }

  /** Every root of the tree, but for those that do nothing in this release. */
  List<Root> all() {
    return all;
  }

  /** Whether a field's functions throw away the object that they are handed. */
  boolean isEvicting(String field) {
    return evicting.contains(field);
  }

  /** The functions that write pages which reclaim may wait for. */
  List<Root> flushers() {
    return flushers;
  }

  private void addField(ReclaimRoot row, List<Root> roots) {
    String struct = "struct " + row.by().orElseThrow();
    Symbol.Field field = new Symbol.Field(new FieldOwner.Struct(struct), row.name());
    Set<Entity> seen = new HashSet<>();
    for (FieldInitializer set :
        index.find(row.name()).map(index::initializersOfField).orElse(List.of())) {
      for (Entity function : functions(index.text(set.value()))) {
        if (!isDead(function)
            && !seen.contains(function)
            && model.visibility().canMeet(index.fileOf(set.entity()), index.fileOf(function))
            && model.edges().fieldsHolding(set.entity(), function).contains(field)) {
          seen.add(function);
          roots.add(new Root(function, row.bit(), struct + "." + row.name(), row));
        }
      }
    }
  }

  private boolean isDead(Entity function) {
    String name = model.program().name(function);
    return tables.roots(ReclaimRoot.Kind.DEAD).stream().anyMatch(row -> row.name().equals(name));
  }

  private List<Entity> functions(String name) {
    return index.definitions(name).stream()
        .filter(entity -> index.kind(entity) == EntityKind.FUNCTION)
        .toList();
  }

  /** The root that is a function, if it is one. */
  Optional<Root> of(Entity function) {
    return Optional.ofNullable(byFunction.get(function));
  }
}
