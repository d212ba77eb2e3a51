package org.gfpaudit.analyzer.masks;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.model.FieldOwners;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Fields that somebody reads. Stores in others of the same name are as many as a name is common,
 * and nobody needs to know what they store. Several threads may ask while none is added.
 */
final class WantedFields implements FieldsThatMatter {
  private final FieldOwners owners;
  private final Map<String, SortedSet<Symbol.Field>> byName = new HashMap<>();

  /** None so far. */
  WantedFields(FieldOwners owners) {
    this.owners = owners;
  }

  /** One. */
  static WantedFields of(FieldOwners owners, Symbol.Field field) {
    WantedFields one = new WantedFields(owners);
    one.add(field);
    return one;
  }

  /** Reports whether it was not one of them before. */
  boolean add(Symbol.Field field) {
    return byName.computeIfAbsent(field.field(), name -> new TreeSet<>()).add(field);
  }

  @Override
  public boolean areNone() {
    return byName.isEmpty();
  }

  @Override
  public boolean mayBe(String name) {
    return byName.containsKey(name);
  }

  @Override
  public boolean mayBe(Symbol.Field field) {
    SortedSet<Symbol.Field> named = byName.get(field.field());
    return named != null && named.stream().anyMatch(each -> owners.canBeOne(each, field));
  }
}
