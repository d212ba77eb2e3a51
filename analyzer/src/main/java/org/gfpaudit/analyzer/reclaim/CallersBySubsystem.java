package org.gfpaudit.analyzer.reclaim;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.knowledge.Subsystem;

/**
 * Who calls functions that everybody calls, by the caller's subsystem: each name is looked up once
 * for all subsystems. Safe for several threads.
 */
final class CallersBySubsystem {
  private final Model model;
  private final Map<String, Map<Subsystem, List<Entity>>> known = new ConcurrentHashMap<>();

  CallersBySubsystem(Model model) {
    this.model = model;
  }

  /** The definitions that call something of that name, in some subsystems, in no order. */
  Stream<Entity> of(String name, Predicate<Subsystem> isAsked) {
    return known.computeIfAbsent(name, this::find).entrySet().stream()
        .filter(callers -> isAsked.test(callers.getKey()))
        .flatMap(callers -> callers.getValue().stream());
  }

  private Map<Subsystem, List<Entity>> find(String name) {
    return model.index().find(name).map(model.index()::callers).orElse(List.of()).stream()
        .collect(
            Collectors.groupingBy(caller -> model.subsystems().of(model.index().fileOf(caller))));
  }
}
