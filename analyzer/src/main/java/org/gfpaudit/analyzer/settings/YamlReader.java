package org.gfpaudit.analyzer.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * YAML as mappings, lists and texts, with the place of each: numbers, dates and truth values are
 * texts here, so that {@code 6.10} stays what was written. Mistakes are collected, not thrown.
 */
final class YamlReader {
  private final String name;
  private final List<String> mistakes = new ArrayList<>();

  /**
   * @param name of the file, for messages
   */
  YamlReader(String name) {
    this.name = name;
  }

  List<String> mistakes() {
    return mistakes;
  }

  /** The document; empty where there is none or it is broken. */
  Optional<Node> document(String text) {
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).build();
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      mistakes.add(at(mark) + ": " + e.getProblem());
    } catch (YamlEngineException e) {
      mistakes.add(
          name + ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse("not YAML"));
    } catch (StackOverflowError e) {
      mistakes.add(name + ": nested too deeply");
    }
    return Optional.empty();
  }

  /** {@code name:line:column}, both 1-based. */
  String at(Node node) {
    return at(node.getStartMark());
  }

  /** {@code name:line}. */
  String lineOf(Node node) {
    return name + ":" + line(node);
  }

  /** The line where a node begins, 1-based; 0 where nobody knows. */
  int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  private String at(Optional<Mark> mark) {
    return name + mark.map(m -> ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1)).orElse("");
  }

  void mistake(Node node, String message) {
    mistakes.add(at(node) + ": " + message);
  }

  /** The members of a mapping by their keys; a key that is not among {@code keys} is a mistake. */
  Map<String, Node> mapping(Node node, String what, List<String> keys) {
    Map<String, Node> members = anyMapping(node, what);
    members
        .keySet()
        .removeIf(
            key -> {
              if (keys.contains(key)) {
                return false;
              }
              mistake(
                  keyNode(node, key),
                  what + " has no key '" + key + "'; it takes " + String.join(", ", keys));
              return true;
            });
    return members;
  }

  /** The members of a mapping by their keys, whatever these are. */
  Map<String, Node> anyMapping(Node node, String what) {
    Map<String, Node> members = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      mistake(node, what + " is a mapping of keys to values");
      return members;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      Optional<String> key = text(tuple.getKeyNode(), "a key");
      if (key.isPresent() && members.put(key.get(), tuple.getValueNode()) != null) {
        mistake(tuple.getKeyNode(), "'" + key.get() + "' is there twice");
      }
    }
    return members;
  }

  private static Node keyNode(Node mapping, String key) {
    return ((MappingNode) mapping)
        .getValue().stream()
            .map(NodeTuple::getKeyNode)
            .filter(node -> node instanceof ScalarNode scalar && scalar.getValue().equals(key))
            .findFirst()
            .orElse(mapping);
  }

  /** The elements of a list. */
  List<Node> list(Node node, String what) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    mistake(node, what + " is a list");
    return List.of();
  }

  /** A text on one line that is not empty. */
  Optional<String> text(Node node, String what) {
    if (!(node instanceof ScalarNode scalar)) {
      mistake(node, what + " is one value, not a list or mapping");
      return Optional.empty();
    }
    String value = scalar.getValue().strip();
    if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
      mistake(node, what + " is a text on one line that is not empty");
      return Optional.empty();
    }
    return Optional.of(value);
  }
}
