package org.gfpaudit.reports.format;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.rules.finding.Place;

/**
 * Where the code of a tree can be read in a browser: an address with {@code {file}}, {@code {line}}
 * and {@code {rev}} in it. Only http and https are let through, and what comes from a tree is
 * encoded, so that no file name makes another address of it.
 */
public final class SourceUrl {
  /** Nobody has said where the code is. */
  public static final SourceUrl NONE = new SourceUrl("", Optional.empty());

  private static final Map<String, String> READY = ready();

  private static final List<String> WORDS = List.of("file", "line", "rev");
  private static final Pattern WORD = Pattern.compile("\\{([^{}]*)\\}");
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[\\p{Alnum}.\\[\\]:-]+/[!#-;=?-\\[\\]-_a-~{}]*");

  /** {@code 6.1.0} is the release v6.1; of what follows only -rc is part of a tag. */
  private static final Pattern VERSION =
      Pattern.compile("(\\d+\\.\\d+)(?:\\.0(?!\\d)|(\\.\\d+))?(-rc\\d+)?.*");

  private final String template;
  private final Optional<String> revision;

  private SourceUrl(String template, Optional<String> revision) {
    this.template = template;
    this.revision = revision;
  }

  private static Map<String, String> ready() {
    Map<String, String> ready = new LinkedHashMap<>();
    ready.put("elixir", "https://elixir.bootlin.com/linux/{rev}/source/{file}#L{line}");
    ready.put(
        "cgit",
        "https://git.kernel.org/pub/scm/linux/kernel/git/stable/linux.git/tree/{file}"
            + "?h={rev}#n{line}");
    return ready;
  }

  /** The names that stand for whole addresses. */
  public static List<String> readyNames() {
    return List.copyOf(READY.keySet());
  }

  /**
   * The addresses that somebody asks for.
   *
   * @param text one of {@link #readyNames}, or an address
   * @throws IllegalArgumentException with a message for that person, where it is neither
   */
  public static SourceUrl of(String text) {
    String template = READY.getOrDefault(text, text);
    Matcher words = WORD.matcher(template);
    while (words.find()) {
      if (!WORDS.contains(words.group(1))) {
        throw new IllegalArgumentException(
            "there is no " + words.group() + "; it knows {file}, {line} and {rev}");
      }
    }
    if (!template.contains("{file}")) {
      throw new IllegalArgumentException(
          "'"
              + VisibleText.of(text)
              + "' has no {file}: give elixir, cgit or an address such as"
              + " https://git.example.org/linux/{file}?h={rev}#n{line}");
    }
    if (!ADDRESS.matcher(template).matches()) {
      throw new IllegalArgumentException(
          "'" + VisibleText.of(text) + "' is no address that begins with https:// or http://");
    }
    return new SourceUrl(template, Optional.empty());
  }

  /** The same addresses of one revision, and not of the release that the tree says it is. */
  public SourceUrl at(String name) {
    return new SourceUrl(template, Optional.of(name));
  }

  /**
   * The address of a place; empty where nobody said, or where the place is in no file.
   *
   * @param kernelVersion what the tree says it is, {@code "6.1.192"}
   */
  public Optional<String> of(Place place, String kernelVersion) {
    if (template.isEmpty() || place.file().isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> values =
        Map.of(
            "file",
            encoded(place.file()),
            "line",
            String.valueOf(Math.max(1, place.line())),
            "rev",
            encoded(revision.orElseGet(() -> release(kernelVersion))));
    return Optional.of(
        WORD.matcher(template)
            .replaceAll(
                word ->
                    Matcher.quoteReplacement(Objects.requireNonNull(values.get(word.group(1))))));
  }

  private static String release(String version) {
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return version;
    }
    String point = parts.group(2) == null ? "" : parts.group(2);
    String candidate = parts.group(3) == null ? "" : parts.group(3);
    return "v" + parts.group(1) + point + candidate;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }
}
