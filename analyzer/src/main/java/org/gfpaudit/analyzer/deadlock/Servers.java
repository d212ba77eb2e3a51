package org.gfpaudit.analyzer.deadlock;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.index.SourceIndex.FieldInitializer;
import org.gfpaudit.rules.finding.DeviceContext;
import org.gfpaudit.rules.knowledge.DeviceWord;

/**
 * The block drivers of this machine that serve their requests from files without a scope, and the
 * operations of a file system by which they come to its files. Until such a driver is done with an
 * operation nobody else serves its device: it is held like a lock.
 */
final class Servers {
  private final Model model;
  private final Optional<DeviceContext> first;

  /**
   * @param all the drivers that serve requests from files
   */
  Servers(Model model, Collection<DeviceContext> all) {
    this.model = model;
    this.first =
        all.stream()
            .filter(server -> server.isUnscoped() && server.isLocal() && server.root().isPresent())
            .findFirst();
  }

  /** One such driver; empty where all have a scope. */
  Optional<DeviceContext> first() {
    return first;
  }

  /** The operations on files of a file system from which an allocation is reached, in order. */
  NavigableSet<Entity> operations(Upwards.Reaching reaching) {
    NavigableSet<Entity> operations = new TreeSet<>();
    if (first.isEmpty()) {
      return operations;
    }
    SourceIndex index = model.index();
    for (String field : model.knowledge().consequences().deviceWords(DeviceWord.Kind.IO_FIELD)) {
      for (FieldInitializer set :
          index.find(field).map(index::initializersOfField).orElse(List.of())) {
        if (reaching.isOwn(set.entity()) && index.kind(set.entity()) == EntityKind.VARIABLE) {
          index.definitions(set.value()).stream()
              .filter(entity -> index.kind(entity) == EntityKind.FUNCTION)
              .filter(reaching::reaches)
              .forEach(operations::add);
        }
      }
    }
    return operations;
  }
}
