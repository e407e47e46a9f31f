package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Reads and writes every event of a log: the domain's through its codec, and those that the log itself records. */
public final class LogCodec {
    private static final int ENGINE_REVISION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private final EventCodec domain;

    /** A codec that knows the domain's events too. */
    public LogCodec(EventCodec domain) {
        this.domain = domain;
    }

    /** The event as streams and read models see it: for an accepted input, the event of the source service. */
    public Object decode(String type, int revision, byte[] data) {
        return switch (type) {
            case InputAccepted.TYPE -> {
                InputAccepted input = readInput(data);
                yield domain.decode(input.type(), input.revision(), input.facts());
            }
            case CommandRefused.TYPE -> LogJson.read(data, CommandRefused.class);
            case CheckpointKeyInstalled.TYPE -> LogJson.read(data, CheckpointKeyInstalled.class);
            default -> {
                var parking = ParkingEvent.TYPES.get(type);
                yield parking == null ? domain.decode(type, revision, data) : LogJson.read(data, parking);
            }
        };
    }

    EventCodec.Encoded encode(Object event) {
        return switch (event) {
            case CommandRefused refused -> encoded(CommandRefused.TYPE, refused);
            case CheckpointKeyInstalled key -> encoded(CheckpointKeyInstalled.TYPE, key);
            case ParkingEvent parking -> encoded(ParkingEvent.typeOf(parking), parking);
            default -> domain.encode(event);
        };
    }

    private static EventCodec.Encoded encoded(String type, Object event) {
        return new EventCodec.Encoded(type, ENGINE_REVISION, LogJson.write(event));
    }

    /** An input as a fact of this log; the source's data goes in byte for byte. */
    static EventCodec.Encoded encodeInput(Input input) {
        var bytes = new ByteArrayOutputStream(256 + input.data().length);
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("source", input.source());
            json.writeNumberField("index", input.index());
            json.writeStringField("id", input.id().toString());
            json.writeStringField("leaf", Base64.getEncoder().encodeToString(input.leaf()));
            json.writeStringField("type", input.type());
            json.writeNumberField("revision", input.revision());
            json.writeFieldName("facts");
            json.writeRawValue(new String(input.data(), UTF_8));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EventCodec.Encoded(InputAccepted.TYPE, ENGINE_REVISION, bytes.toByteArray());
    }

    /**
     * An accepted input with its facts as the exact bytes of the source.
     *
     * @throws UncheckedIOException if the data is not that of an {@link InputAccepted}
     */
    public static InputAccepted readInput(byte[] data) {
        String source = "";
        long index = 0;
        String id = "";
        String leaf = "";
        String type = "";
        int revision = 0;
        byte[] facts = {};
        try (JsonParser json = JSON.createParser(data)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "source" -> source = json.getText();
                    case "index" -> index = json.getLongValue();
                    case "id" -> id = json.getText();
                    case "leaf" -> leaf = json.getText();
                    case "type" -> type = json.getText();
                    case "revision" -> revision = json.getIntValue();
                    case "facts" -> facts = valueBytes(json, data);
                    default -> json.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("not an accepted input", e);
        }
        return new InputAccepted(
                source, index, UUID.fromString(id), Base64.getDecoder().decode(leaf), type, revision, facts);
    }

    private static byte[] valueBytes(JsonParser json, byte[] data) throws IOException {
        int start = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        json.finishToken();
        int end = (int) json.currentLocation().getByteOffset();
        return Arrays.copyOfRange(data, start, end);
    }
}
