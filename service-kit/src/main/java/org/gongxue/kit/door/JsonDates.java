package org.gongxue.kit.door;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Dates of requests are days that people mean: from 1900 to 2199. Others are told as a caller's mistake. */
@Singleton
class JsonDates implements ObjectMapperCustomizer {

    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2199;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(
                new SimpleModule("dates people mean").addDeserializer(LocalDate.class, new BoundedDates()));
    }

    private static final class BoundedDates extends LocalDateDeserializer {

        private static final long serialVersionUID = 1L;

        BoundedDates() {
            super(DateTimeFormatter.ISO_LOCAL_DATE);
        }

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = parser.getText();
            var date = super.deserialize(parser, context);
            if (date != null && (date.getYear() < YEAR_MIN || date.getYear() > YEAR_MAX)) {
                throw InvalidFormatException.from(parser, "not within 1900 to 2199", text, LocalDate.class);
            }
            return date;
        }
    }
}
