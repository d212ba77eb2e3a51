package org.gfpaudit.analyzer.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.KnowledgeException;
import org.snakeyaml.engine.v2.nodes.Node;

/** What a settings file adds to the tables: one mapping for each row, keys as the columns. */
final class KnowledgeRows {
  /**
   * The tables that can be added to, by key, each with its columns; {@code origin} is made here.
   */
  private static final Map<String, List<String>> TABLES =
      Map.of(
          "sinks", List.of("name", "family", "mask", "mapping", "fgp", "since", "until"),
          "sources", List.of("kind", "owner", "name", "mapping", "and", "or", "since", "until"),
          "scopes", List.of("kind", "name", "scope", "since", "until"),
          "constrainers", List.of("name", "target", "mask", "fixed", "since", "until"));

  private final YamlReader yaml;
  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  KnowledgeRows(YamlReader yaml) {
    this.yaml = yaml;
  }

  /** The lines to add to each table. */
  Map<String, List<String>> read(Node node) {
    List<String> keys = TABLES.keySet().stream().sorted().toList();
    yaml.mapping(node, "knowledge", keys)
        .forEach(
            (table, list) -> {
              for (Node element : yaml.list(list, table)) {
                add(table, element);
              }
            });
    return rows;
  }

  private void add(String table, Node element) {
    int before = yaml.mistakes().size();
    List<String> columns = Objects.requireNonNull(TABLES.get(table));
    Map<String, Node> members = yaml.mapping(element, "a row of " + table, columns);
    List<String> cells = new ArrayList<>();
    for (String column : columns) {
      Optional<String> value =
          Optional.ofNullable(members.get(column)).flatMap(node -> yaml.text(node, column));
      cells.add(value.orElse("-"));
    }
    cells.add(yaml.lineOf(element));
    if (yaml.mistakes().size() > before) {
      return;
    }
    String file = table + ".tsv";
    List<String> lines = rows.computeIfAbsent(file, key -> new ArrayList<>());
    lines.add(String.join("\t", cells));
    try {
      Knowledge.shippedWith(rows);
    } catch (KnowledgeException e) {
      lines.remove(lines.size() - 1);
      yaml.mistake(
          element, String.valueOf(e.getMessage()).replaceFirst("^\\S+\\.tsv(:\\d+)?: ", ""));
    }
  }
}
