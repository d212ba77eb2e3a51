package org.gfpaudit.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.finding.Audience;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.finding.BitProtection;
import org.gfpaudit.rules.finding.Circumstances;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.GuardedCall;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.MappingGroup;
import org.gfpaudit.rules.finding.MaskEffect;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Protection;
import org.gfpaudit.rules.finding.Protector;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.finding.SetterCall;

/**
 * The member {@code guards} of a baseline: what reclaim might do at each call, in as few words as
 * it takes to tell later what was taken away.
 */
final class JsonGuards {
  private JsonGuards() {}

  static void write(Guards guards, JsonGenerator json) throws IOException {
    JsonParts parts = new JsonParts(json);
    json.writeObjectFieldStart("guards");
    json.writeArrayFieldStart("calls");
    for (GuardedCall call : guards.calls()) {
      json.writeStartObject();
      parts.place(call.place());
      json.writeStringField("callee", call.callee());
      json.writeStringField("mask", call.mask());
      json.writeStringField("mapping", call.mapping());
      json.writeStringField("subsystem", call.subsystem());
      json.writeStringField("stake", call.stake().word());
      for (BitProtection bit : call.protection().bits()) {
        json.writeObjectFieldStart(bit.bit().word());
        json.writeStringField("access", bit.access().word());
        json.writeArrayFieldStart("by");
        for (Protector protector : bit.by()) {
          json.writeStartObject();
          json.writeStringField("kind", protector.kind().word());
          json.writeStringField("text", protector.text());
          json.writeStringField("subsystem", protector.subsystem());
          parts.place(protector.place());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    parts.constrainers(guards.setters());
    json.writeEndObject();
  }

  /**
   * Reads what {@link #write} wrote; the parser is at the start of the object.
   *
   * @throws IllegalArgumentException where it is something else
   */
  static Guards read(JsonParser parser) throws IOException {
    Map<?, ?> guards = map(value(parser));
    List<GuardedCall> calls = new ArrayList<>();
    for (Object call : list(guards, "calls")) {
      calls.add(call(map(call)));
    }
    List<ConstrainerSite> setters = new ArrayList<>();
    for (Object setter : list(guards, "constrainers")) {
      setters.add(setter(map(setter)));
    }
    return new Guards(calls, setters);
  }

  /** A value as maps, lists and strings. */
  private static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> members = new HashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        members.put(name, value(parser));
      }
      return members;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> elements = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(value(parser));
      }
      return elements;
    }
    return parser.getText();
  }

  private static GuardedCall call(Map<?, ?> members) {
    List<BitProtection> bits = new ArrayList<>();
    for (ReclaimBit bit : ReclaimBit.values()) {
      if (members.containsKey(bit.word())) {
        Map<?, ?> said = map(members.get(bit.word()));
        List<Protector> by = new ArrayList<>();
        for (Object protector : list(said, "by")) {
          by.add(protector(map(protector)));
        }
        bits.add(
            new BitProtection(bit, word(BitProtection.Access.values(), text(said, "access")), by));
      }
    }
    return new GuardedCall(
        new Flagged(
            place(members),
            text(members, "callee"),
            text(members, "mask"),
            text(members, "mapping"),
            PresenceCondition.TRUE),
        text(members, "subsystem"),
        new Protection(bits, Optional.empty()),
        word(Level.values(), text(members, "stake")));
  }

  private static Protector protector(Map<?, ?> members) {
    return new Protector(
        word(Protector.Kind.values(), text(members, "kind")),
        text(members, "text"),
        place(members),
        text(members, "subsystem"));
  }

  private static ConstrainerSite setter(Map<?, ?> members) {
    return new ConstrainerSite(
        place(members),
        new SetterCall(text(members, "setter"), text(members, "mapping"), text(members, "mask")),
        new MappingGroup(
            text(members, "subsystem"),
            word(Audience.values(), text(members, "mappings")),
            List.of(),
            text(members, "about")),
        new MaskEffect(
            word(BitEffect.values(), text(members, "fs")),
            word(BitEffect.values(), text(members, "io"))),
        members.containsKey("under")
            ? new Circumstances(texts(members, "under"), texts(members, "past"))
            : Circumstances.UNKNOWN);
  }

  private static Place place(Map<?, ?> members) {
    return new Place(
        text(members, "file"),
        number(members, "line"),
        number(members, "column"),
        text(members, "function"));
  }

  private static Map<?, ?> map(Object value) {
    if (value instanceof Map<?, ?> members) {
      return members;
    }
    throw new IllegalArgumentException("guards hold no object where one should be");
  }

  private static List<?> list(Map<?, ?> members, String name) {
    if (members.get(name) instanceof List<?> elements) {
      return elements;
    }
    throw new IllegalArgumentException("guards have no array " + name);
  }

  private static List<String> texts(Map<?, ?> members, String name) {
    return list(members, name).stream().map(String::valueOf).toList();
  }

  private static String text(Map<?, ?> members, String name) {
    if (members.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("guards have no text " + name);
  }

  private static int number(Map<?, ?> members, String name) {
    return Integer.parseInt(text(members, name));
  }

  /** The constant whose word it is, as all of these enums write their words. */
  private static <E extends Enum<E>> E word(E[] all, String word) {
    for (E each : all) {
      if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
        return each;
      }
    }
    throw new IllegalArgumentException("there is no '" + word + "' among " + List.of(all));
  }
}
