package org.gfpaudit.testdata.mutate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gfpaudit.testdata.mutate.Template.Section;

/**
 * Reads templates. A template begins with a line {@code == NAME: what it does}, a section with a
 * line {@code -- SECTION:}, perhaps with its text behind it; other texts are whole lines.
 */
final class TemplateReader {

  private TemplateReader() {}

  /** The templates of a file, in their order. */
  static List<Template> read(Path file) {
    try {
      return of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The templates of a text.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  static List<Template> of(String text) {
    List<Template> templates = new ArrayList<>();
    Map<Section, StringBuilder> sections = new EnumMap<>(Section.class);
    StringBuilder open = new StringBuilder();
    String head = "";
    for (String line : (text + "\n== ").split("\n", -1)) {
      if (line.startsWith("== ")) {
        if (!head.isEmpty()) {
          templates.add(template(head, sections));
        }
        sections = new EnumMap<>(Section.class);
        head = line.substring(3);
      } else if (line.startsWith("-- ")) {
        int colon = line.indexOf(':');
        open = new StringBuilder(line.substring(colon + 1).strip());
        sections.put(Section.valueOf(line.substring(3, colon).toUpperCase(Locale.ROOT)), open);
      } else if (!sections.isEmpty()) {
        open.append(line).append('\n');
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IllegalArgumentException("text outside of a section: " + line);
      }
    }
    return templates;
  }

  private static Template template(String head, Map<Section, StringBuilder> sections) {
    int colon = head.indexOf(':');
    if (colon < 0 || sections.isEmpty()) {
      throw new IllegalArgumentException("not a template: " + head);
    }
    Map<Section, String> texts = new EnumMap<>(Section.class);
    sections.forEach(
        (section, text) -> {
          String of = text.toString();
          boolean isAnExpression = section == Section.MASK || section == Section.CALL;
          texts.put(section, isAnExpression ? of.strip() : of.stripTrailing() + "\n");
        });
    return new Template(head.substring(0, colon).strip(), head.substring(colon + 1).strip(), texts);
  }
}
