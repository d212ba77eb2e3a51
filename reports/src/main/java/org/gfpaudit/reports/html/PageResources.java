package org.gfpaudit.reports.html;

import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The script and the style sheet of the page, and what its policy calls them. */
final class PageResources {
  /** Parts of one script, in the order in which one needs the other. */
  private static final List<String> SCRIPT =
      List.of("address.js", "list.js", "drawing.js", "keys.js", "page.js");

  private static final List<String> STYLE = List.of("page.css", "parts.css");

  private PageResources() {}

  /** The one script, a function that is called, so that its names are its own. */
  static String script() throws IOException {
    return "\n(function () {\n\"use strict\";\n" + joined(SCRIPT) + "}());\n";
  }

  /** The one style sheet. */
  static String style() throws IOException {
    return "\n" + joined(STYLE);
  }

  /** A template or a part of one. */
  static String template(String name) throws IOException {
    return text(name + ".html.mustache");
  }

  /**
   * Writes a page.
   *
   * @throws IOException if {@code out} fails; the engine says so by an exception of its own
   */
  static void write(Template template, Map<String, Object> page, Writer out) throws IOException {
    try {
      template.execute(page, out);
    } catch (MustacheException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** How a content security policy names the text of an element: {@code sha256-...}. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("internal error: every Java has SHA-256", e);
    }
  }

  private static String joined(List<String> names) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : names) {
      all.append(text(name));
    }
    return all.toString();
  }

  private static String text(String name) throws IOException {
    try (InputStream in = PageResources.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
