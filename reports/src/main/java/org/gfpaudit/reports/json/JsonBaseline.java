package org.gfpaudit.reports.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.review.Baseline;
import org.gfpaudit.rules.review.KnownFinding;

/**
 * Findings to be known in later runs. What is written holds no more than is needed to tell findings
 * apart and to show them; what is read may as well be a whole result of {@code check --format
 * json}.
 */
public final class JsonBaseline {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final String toolVersion;

  public JsonBaseline(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  /** Writes {@code findings} in their order, and what reclaim may do by {@code guards}. */
  public void write(String kernelVersion, List<Finding> findings, Guards guards, Writer out)
      throws IOException {
    JsonDocument.write(
        out,
        toolVersion,
        json -> {
          json.writeStringField("kernelVersion", kernelVersion);
          json.writeArrayFieldStart("findings");
          for (Finding finding : findings) {
            new JsonReview(json).known(KnownFinding.of(finding));
          }
          json.writeEndArray();
          JsonGuards.write(guards, json);
        });
  }

  /**
   * Reads a baseline or a result.
   *
   * @param name what the user calls it
   * @throws MalformedResultException if it is neither
   */
  public static Baseline read(String name, byte[] content) throws MalformedResultException {
    try (JsonParser parser = FACTORY.createParser(content)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedResultException(name + " is no JSON object; " + hint());
      }
      List<KnownFinding> findings = null;
      Optional<Guards> guards = Optional.empty();
      boolean isOurs = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String member = parser.currentName();
        parser.nextToken();
        if (member.equals("schemaVersion")) {
          isOurs = true;
          checkVersion(name, parser);
        } else if (member.equals("findings")) {
          findings = findings(name, parser);
        } else if (member.equals("guards")) {
          guards = Optional.of(JsonGuards.read(parser));
        } else {
          parser.skipChildren();
        }
      }
      if (!isOurs || findings == null) {
        throw new MalformedResultException(name + " holds no findings of gfpaudit; " + hint());
      }
      return new Baseline(name, findings, guards);
    } catch (JsonProcessingException e) {
      throw new MalformedResultException(
          (e.getLocation() == null
                  ? name
                  : at(name, e.getLocation().getLineNr(), e.getLocation().getColumnNr()))
              + ": "
              + e.getOriginalMessage()
              + "; "
              + hint());
    } catch (IllegalArgumentException e) {
      throw new MalformedResultException(
          name + ": a finding that cannot be: " + e.getMessage() + "; " + hint());
    } catch (IOException e) {
      // Bytes that are no text in any encoding of JSON.
      throw new MalformedResultException(name + ": " + e.getMessage() + "; " + hint());
    }
  }

  private static String hint() {
    return "the files it takes are those of 'gfpaudit check --format json' and of 'gfpaudit baseline"
        + " write FILE'";
  }

  private static String at(String name, int line, int column) {
    return name + ":" + line + ":" + column;
  }

  private static void checkVersion(String name, JsonParser parser)
      throws IOException, MalformedResultException {
    int version = parser.getValueAsInt(0);
    if (version != JsonDocument.SCHEMA_VERSION) {
      throw new MalformedResultException(
          name
              + " has schemaVersion "
              + parser.getText()
              + ", this gfpaudit reads "
              + JsonDocument.SCHEMA_VERSION
              + ": write it anew");
    }
  }

  private static List<KnownFinding> findings(String name, JsonParser parser)
      throws IOException, MalformedResultException {
    List<KnownFinding> findings = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new MalformedResultException(name + ": findings is no array; " + hint());
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      var start = parser.currentTokenLocation();
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new MalformedResultException(
            at(name, start.getLineNr(), start.getColumnNr()) + ": a finding is an object");
      }
      Map<String, String> members = new HashMap<>();
      members(parser, "", members);
      findings.add(finding(at(name, start.getLineNr(), start.getColumnNr()), members));
    }
    return findings;
  }

  /** Scalars by name; those of the member {@code at} with {@code at.} before their names. */
  private static void members(JsonParser parser, String prefix, Map<String, String> members)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix + parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && name.equals("at")) {
        members(parser, "at.", members);
      } else if (value.isStructStart()) {
        parser.skipChildren();
      } else {
        members.put(name, parser.getText());
      }
    }
  }

  private static KnownFinding finding(String where, Map<String, String> members)
      throws MalformedResultException {
    String word = text(where, members, "level");
    Level level = null;
    for (Level each : Level.values()) {
      level = each.word().equals(word) ? each : level;
    }
    if (level == null) {
      throw new MalformedResultException(where + ": there is no level '" + word + "'");
    }
    return new KnownFinding(
        text(where, members, "id"),
        new Fingerprint(
            text(where, members, "fingerprint"), text(where, members, "contentFingerprint")),
        text(where, members, "rule"),
        level,
        new Place(
            text(where, members, "at.file"),
            number(where, members, "at.line"),
            number(where, members, "at.column"),
            text(where, members, "at.function")),
        text(where, members, "message"));
  }

  private static String text(String where, Map<String, String> members, String name)
      throws MalformedResultException {
    String value = members.get(name);
    if (value == null) {
      throw new MalformedResultException(
          where + ": the finding has no member " + name + "; " + hint());
    }
    return value;
  }

  private static int number(String where, Map<String, String> members, String name)
      throws MalformedResultException {
    String value = text(where, members, name);
    if (!value.matches("\\d{1,9}")) {
      throw new MalformedResultException(where + ": " + name + " is no number: " + value);
    }
    return Integer.parseInt(value);
  }
}
