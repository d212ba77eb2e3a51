package org.gfpaudit.analyzer.kbuild;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * The compilation database of Clang ({@code compile_commands.json}), as
 * scripts/clang-tools/gen_compile_commands.py of the kernel writes it: which files a build
 * compiled.
 */
public final class CompileCommands {
  private static final JsonFactory FACTORY = new JsonFactory();

  private static final String HINT =
      "; 'make compile_commands.json' or scripts/clang-tools/gen_compile_commands.py writes one";

  private CompileCommands() {}

  /**
   * The files that {@code content} names and that lie in a tree, relative to its root.
   *
   * @param name what people call the database
   * @throws MalformedConfigurationException if it is none
   */
  public static Set<String> parse(String name, byte[] content, Path root)
      throws MalformedConfigurationException {
    Set<String> files = new TreeSet<>();
    try (JsonParser parser = FACTORY.createParser(content)) {
      require(parser.nextToken() == JsonToken.START_ARRAY, name, parser, "it is no list");
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        require(
            parser.currentToken() == JsonToken.START_OBJECT, name, parser, "an entry is an object");
        add(entry(parser), root, files);
      }
    } catch (JsonProcessingException e) {
      throw new MalformedConfigurationException(
          name
              + (e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr())
              + ": it is no JSON"
              + HINT);
    } catch (IOException e) {
      // Bytes that are no text in any encoding of JSON.
      throw new MalformedConfigurationException(name + ": it is no JSON" + HINT);
    }
    return files;
  }

  /** Where one file was compiled, and its name there; empty where the entry does not say. */
  private record Entry(String directory, String file) {}

  private static Entry entry(JsonParser parser) throws IOException {
    String directory = "";
    String file = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      if (parser.nextToken() != JsonToken.VALUE_STRING) {
        parser.skipChildren();
      } else if (member.equals("directory")) {
        directory = parser.getText();
      } else if (member.equals("file")) {
        file = parser.getText();
      }
    }
    return new Entry(directory, file);
  }

  private static void add(Entry entry, Path root, Set<String> files) {
    try {
      Path file = root.resolve(entry.directory()).resolve(entry.file()).normalize();
      if (!entry.file().isEmpty() && file.startsWith(root)) {
        files.add(root.relativize(file).toString());
      }
    } catch (InvalidPathException e) {
      // No file of the tree has such a name.
    }
  }

  private static void require(boolean holds, String name, JsonParser parser, String otherwise)
      throws MalformedConfigurationException {
    if (!holds) {
      throw new MalformedConfigurationException(
          name + ":" + parser.currentTokenLocation().getLineNr() + ": " + otherwise + HINT);
    }
  }
}
