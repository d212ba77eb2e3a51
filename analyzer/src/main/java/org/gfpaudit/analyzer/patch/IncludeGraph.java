package org.gfpaudit.analyzer.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.SourceFile;

/**
 * Which headers a file includes, by way of others as well. Conditions are not looked at, and of
 * several headers of one name those of {@code include/} and of the file's directory are known.
 */
final class IncludeGraph {
  private static final Pattern INCLUDE =
      Pattern.compile("^[ \\t]*#[ \\t]*include[ \\t]+[<\"]([^>\"\\n]+)[>\"]", Pattern.MULTILINE);

  private final Program program;
  private final Map<String, SourceFile> files = new HashMap<>();
  private final Map<String, List<String>> included = new HashMap<>();

  IncludeGraph(Program program) {
    this.program = program;
    program.index().files().forEach(file -> files.put(program.index().path(file), file));
  }

  /**
   * Whether {@code path} includes a header.
   *
   * @param path relative to the tree's root
   * @param header likewise
   */
  boolean reaches(String path, String header) {
    Set<String> seen = new HashSet<>(Set.of(path));
    Deque<String> pending = new ArrayDeque<>(seen);
    while (!pending.isEmpty()) {
      for (String next : includes(pending.poll())) {
        if (next.equals(header)) {
          return true;
        }
        if (seen.add(next)) {
          pending.add(next);
        }
      }
    }
    return false;
  }

  private List<String> includes(String path) {
    return included.computeIfAbsent(path, this::read);
  }

  private List<String> read(String path) {
    String directory = path.substring(0, path.lastIndexOf('/') + 1);
    Matcher matcher = INCLUDE.matcher(content(path));
    return matcher
        .results()
        .map(result -> result.group(1))
        .map(name -> files.containsKey(directory + name) ? directory + name : "include/" + name)
        .filter(files::containsKey)
        .toList();
  }

  private String content(String path) {
    byte[] bytes = program.freshText(Objects.requireNonNull(files.get(path))).bytes();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
