package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.Component;
import vn.sohoa.catalog.DocumentType;
import vn.sohoa.catalog.Field;
import vn.sohoa.catalog.Procedure;
import vn.sohoa.extraction.FieldKind;

/** The catalog: types of papers with their fields, procedures with what they ask for. Nothing of anybody. */
@RestController
@RequestMapping("/api/v1/catalog")
@Tag(name = "catalog", description = "Danh mục loại giấy tờ và thủ tục hành chính")
class CatalogApi {
    private final Catalog catalog;

    CatalogApi(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @param main one of those that a person has to look at
     */
    record CatalogField(String code, String vi, String en, FieldKind kind, boolean main) {
        static CatalogField of(Field f) {
            return new CatalogField(f.code(), f.vi(), f.en(), f.kind(), f.main());
        }
    }

    /** @param columns of the paper's table, of which each row is a case of its own */
    record CatalogType(
            String code,
            String vi,
            String en,
            String source,
            boolean digitize,
            Optional<String> sharedIn,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo,
            List<CatalogField> fields,
            List<CatalogField> columns) {
        static CatalogType of(DocumentType t) {
            return new CatalogType(
                    t.code(),
                    t.vi(),
                    t.en(),
                    t.source(),
                    t.digitize(),
                    t.sharedIn(),
                    t.validity().from(),
                    t.validity().to(),
                    t.fields().stream().map(CatalogField::of).toList(),
                    t.columns().stream().map(CatalogField::of).toList());
        }
    }

    /**
     * @param types that stand for it; empty: any
     * @param mustNotAsk the legal basis on which the citizen is not to be asked for it
     */
    record CatalogComponent(
            String code,
            String vi,
            String en,
            List<String> types,
            boolean required,
            Component.Digitize digitize,
            Optional<String> mustNotAsk) {
        static CatalogComponent of(Component c) {
            return new CatalogComponent(
                    c.code(), c.vi(), c.en(), c.types(), c.required(), c.digitize(), c.mustNotAsk());
        }
    }

    record CatalogProcedure(
            String code,
            String vi,
            String en,
            String field,
            String source,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo,
            List<CatalogComponent> components) {
        static CatalogProcedure of(Procedure p) {
            return new CatalogProcedure(
                    p.code(),
                    p.vi(),
                    p.en(),
                    p.field(),
                    p.source(),
                    p.validity().from(),
                    p.validity().to(),
                    p.components().stream().map(CatalogComponent::of).toList());
        }
    }

    @GetMapping("/types")
    @Operation(summary = "Types of papers with their fields, by code")
    List<CatalogType> types() {
        return catalog.types().stream().map(CatalogType::of).toList();
    }

    @GetMapping("/types/{code}")
    @Operation(summary = "One type of paper")
    CatalogType type(@PathVariable String code) {
        return catalog.type(code).map(CatalogType::of).orElseThrow(Problem::notFound);
    }

    @GetMapping("/procedures")
    @Operation(summary = "Procedures with the papers they ask for, by code")
    List<CatalogProcedure> procedures() {
        return catalog.procedures().stream().map(CatalogProcedure::of).toList();
    }
}
