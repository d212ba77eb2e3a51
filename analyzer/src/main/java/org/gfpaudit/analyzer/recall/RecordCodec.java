package org.gfpaudit.analyzer.recall;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.grammar.cond.PresenceCondition;

/**
 * Records as bytes, by the declared types of their components: records, lists, maps, optionals,
 * enums, strings, numbers and conditions. Each string is written once. What is read can only be of
 * these types, whatever the bytes say.
 */
public final class RecordCodec {
  private static final int MOST_ELEMENTS = 1 << 24;

  private RecordCodec() {}

  /** Writes values; one for each stream. */
  public static final class Writer {
    private final DataOutput out;
    private final Map<String, Integer> strings = new HashMap<>();

    public Writer(DataOutput out) {
      this.out = out;
    }

    /** Writes a value of a type. */
    public void write(Object value, Type type) throws IOException {
      if (type instanceof ParameterizedType generic) {
        writeGeneric(value, generic);
      } else if (type == String.class) {
        string((String) value);
      } else if (type == int.class || type == Integer.class) {
        out.writeInt((Integer) value);
      } else if (type == long.class || type == Long.class) {
        out.writeLong((Long) value);
      } else if (type == boolean.class) {
        out.writeBoolean((Boolean) value);
      } else if (type == PresenceCondition.class) {
        string(value.toString());
      } else if (((Class<?>) type).isEnum()) {
        out.writeInt(((Enum<?>) value).ordinal());
      } else {
        RecordForm form = RecordForm.of((Class<?>) type);
        for (int i = 0; i < form.size(); i++) {
          write(form.get(i, value), form.type(i));
        }
      }
    }

    private void writeGeneric(Object value, ParameterizedType type) throws IOException {
      Type[] arguments = type.getActualTypeArguments();
      if (type.getRawType() == Optional.class) {
        Optional<?> optional = (Optional<?>) value;
        out.writeBoolean(optional.isPresent());
        if (optional.isPresent()) {
          write(optional.get(), arguments[0]);
        }
      } else if (type.getRawType() == List.class) {
        List<?> list = (List<?>) value;
        out.writeInt(list.size());
        for (Object element : list) {
          write(element, arguments[0]);
        }
      } else if (type.getRawType() == Map.class) {
        Map<?, ?> map = (Map<?, ?>) value;
        out.writeInt(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          write(entry.getKey(), arguments[0]);
          write(entry.getValue(), arguments[1]);
        }
      } else {
        throw new IllegalArgumentException("no form for " + type);
      }
    }

    private void string(String text) throws IOException {
      Integer known = strings.get(text);
      if (known != null) {
        out.writeInt(known);
        return;
      }
      strings.put(text, strings.size());
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(-1 - bytes.length);
      out.write(bytes);
    }
  }

  /** Reads what a {@link Writer} wrote; one for each stream. */
  public static final class Reader {
    private final DataInput in;
    private final List<String> strings = new ArrayList<>();
    private final Map<String, PresenceCondition> conditions = new HashMap<>();

    public Reader(DataInput in) {
      this.in = in;
    }

    /** Reads a value of a type. */
    public Object read(Type type) throws IOException {
      if (type instanceof ParameterizedType generic) {
        return readGeneric(generic);
      } else if (type == String.class) {
        return string();
      } else if (type == int.class || type == Integer.class) {
        return in.readInt();
      } else if (type == long.class || type == Long.class) {
        return in.readLong();
      } else if (type == boolean.class) {
        return in.readBoolean();
      } else if (type == PresenceCondition.class) {
        return conditions.computeIfAbsent(
            string(),
            text -> text.isEmpty() ? PresenceCondition.TRUE : PresenceCondition.parse(text));
      } else if (((Class<?>) type).isEnum()) {
        return ((Class<?>) type).getEnumConstants()[in.readInt()];
      }
      RecordForm form = RecordForm.of((Class<?>) type);
      Object[] values = new Object[form.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = read(form.type(i));
      }
      return form.make(values);
    }

    private Object readGeneric(ParameterizedType type) throws IOException {
      Type[] arguments = type.getActualTypeArguments();
      if (type.getRawType() == Optional.class) {
        return in.readBoolean() ? Optional.of(read(arguments[0])) : Optional.empty();
      }
      int size = in.readInt();
      if (size < 0 || size > MOST_ELEMENTS) {
        throw new IOException("damaged");
      }
      if (type.getRawType() == List.class) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          list.add(read(arguments[0]));
        }
        return list;
      }
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        Object key = read(arguments[0]);
        map.put(key, read(arguments[1]));
      }
      return map;
    }

    private String string() throws IOException {
      int number = in.readInt();
      if (number >= 0) {
        return strings.get(number);
      }
      if (-1 - number > MOST_ELEMENTS) {
        throw new IOException("damaged");
      }
      byte[] bytes = new byte[-1 - number];
      in.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      strings.add(text);
      return text;
    }
  }
}
