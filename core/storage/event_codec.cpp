// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/event_codec.h"

#include "storage/file_problem.h"
#include "storage/json_fields.h"
#include "storage/json_text.h"

#include <array>

namespace alignoscope::storage {

using nlohmann::json;

namespace {

constexpr int eventDepth = 4;
constexpr std::uint64_t maxUnsigned = std::numeric_limits<std::uint64_t>::max();
constexpr int maxInt = std::numeric_limits<int>::max();

constexpr std::array<std::pair<std::string_view, Phase>, 6> phases{{{"preparing", Phase::Preparing},
                                                                    {"training", Phase::Training},
                                                                    {"paused", Phase::Paused},
                                                                    {"validating", Phase::Validating},
                                                                    {"saving", Phase::Saving},
                                                                    {"finished", Phase::Finished}}};
constexpr std::array<std::pair<std::string_view, StopReason>, 7> reasons{{{"epochs", StopReason::EpochsDone},
                                                                          {"steps", StopReason::StepsDone},
                                                                          {"minutes", StopReason::TimeUp},
                                                                          {"patience", StopReason::Patience},
                                                                          {"stopped", StopReason::Requested},
                                                                          {"not-a-number", StopReason::NotANumber},
                                                                          {"failed", StopReason::Failed}}};

// What each kind is called, and its fields, for both directions. `Event` may be const.

constexpr std::string_view kindOf(const PhaseChanged&)
{
    return "phase";
}
constexpr std::string_view kindOf(const StepReport&)
{
    return "step";
}
constexpr std::string_view kindOf(const ValidationReport&)
{
    return "validation";
}
constexpr std::string_view kindOf(const CheckpointSaved&)
{
    return "checkpoint";
}
constexpr std::string_view kindOf(const WatchedSentence&)
{
    return "watched";
}
constexpr std::string_view kindOf(const SentenceUnwatched&)
{
    return "unwatched";
}
constexpr std::string_view kindOf(const Trouble&)
{
    return "trouble";
}
constexpr std::string_view kindOf(const SentencesScored&)
{
    return "scored";
}
constexpr std::string_view kindOf(const TextsClassified&)
{
    return "classified";
}
constexpr std::string_view kindOf(const RunFinished&)
{
    return "finished";
}

template <class Event, class Kind>
concept Is = std::is_same_v<std::remove_const_t<Event>, Kind>;

template <class Fields, Is<PhaseChanged> Event>
void eventFields(Fields& fields, Event& event)
{
    fields.choice("phase", event.phase, phases);
}

template <class Fields, Is<StepReport> Event>
void eventFields(Fields& fields, Event& event) // its numbers are columns of a table of their own
{
    fields.integer("step", event.step, std::int64_t{0}, maxLong);
}

template <class Fields, Is<ValidationReport> Event>
void eventFields(Fields& fields, Event& event)
{
    fields.integer("step", event.step, std::int64_t{0}, maxLong);
    fields.measured("loss", event.loss);
    fields.measured("token_accuracy", event.tokenAccuracy);
    fields.measured("bleu", event.bleu);
    fields.measured("aer", event.aer);
    fields.flag("best", event.best);
    // runs before 0.2 did not measure these
    fields.optional("alignment_precision", event.alignmentPrecision);
    fields.optional("alignment_recall", event.alignmentRecall);
    fields.optional("match", event.match);
    fields.optional("mass", event.mass);
}

template <class Fields, Is<CheckpointSaved> Event>
void eventFields(Fields& fields, Event& event)
{
    fields.integer("step", event.step, std::int64_t{0}, maxLong);
    fields.integer("bytes", event.bytes, std::uint64_t{0}, maxUnsigned);
}

template <class Fields, class Event>
requires(Is<Event, WatchedSentence> || Is<Event, SentenceUnwatched>) void eventFields(Fields& fields, Event& event)
{
    auto number = index(event.id);
    fields.integer("sentence", number, std::int32_t{0}, std::numeric_limits<std::int32_t>::max());
    if constexpr (!std::is_const_v<Event>)
        event.id = SentenceId{number};
}

template <class Fields, Is<Trouble> Event>
void eventFields(Fields& fields, Event& event)
{
    fields.text("message", event.message);
}

template <class Fields, Is<SentencesScored> Event>
void eventFields(Fields& fields, Event& event)
{
    fields.integer("step", event.step, std::int64_t{0}, maxLong);
    fields.list("sentences", event.scores, [](auto& score, auto& sentence) {
        auto number = index(sentence.id);
        score.integer("sentence", number, std::int32_t{0}, std::numeric_limits<std::int32_t>::max());
        if constexpr (!std::is_const_v<std::remove_reference_t<decltype(sentence)>>)
            sentence.id = SentenceId{number};
        score.text("translation", sentence.translation);
        score.measured("bleu", sentence.bleu);
        score.measured("chrf", sentence.chrf);
    });
}

template <class Fields, Is<TextsClassified> Event>
void eventFields(Fields& fields, Event& event)
{
    fields.integer("step", event.step, std::int64_t{0}, maxLong);
    fields.list("texts", event.scores, [](auto& score, auto& text) {
        auto number = index(text.id);
        score.integer("sentence", number, std::int32_t{0}, std::numeric_limits<std::int32_t>::max());
        if constexpr (!std::is_const_v<std::remove_reference_t<decltype(text)>>)
            text.id = SentenceId{number};
        score.text("label", text.label);
        score.text("predicted", text.predicted);
        score.measured("confidence", text.confidence);
        score.measured("loss", text.loss);
    });
}

template <class Fields, Is<RunFinished> Event>
void eventFields(Fields& fields, Event& event)
{
    fields.choice("reason", event.reason, reasons);
    fields.text("message", event.message);
    fields.integer("steps", event.steps, std::int64_t{0}, maxLong);
    fields.integer("epochs", event.epochs, 0, maxInt);
    fields.measured("train_loss", event.trainLoss);
    fields.measured("validation_loss", event.validationLoss);
    fields.measured("validation_bleu", event.validationBleu);
    fields.integer("target_tokens", event.targetTokens, std::int64_t{0}, maxLong);
    fields.measured("seconds", event.seconds);
    fields.measured("target_tokens_per_second", event.targetTokensPerSecond);
    fields.integer("peak_rss_bytes", event.peakRssBytes, std::uint64_t{0}, maxUnsigned);
    fields.integer("parameters", event.parameters, std::int64_t{0}, maxLong);
}

template <class Event>
std::optional<std::int64_t> stepOf(const Event& event)
{
    if constexpr (requires { event.step; })
        return event.step;
    return std::nullopt;
}

/// Tries the variant's kinds one after the other.
template <std::size_t kind = 0>
OtherEvent decode(std::string_view name, FieldReader& reader, const std::string& where)
{
    if constexpr (kind == std::variant_size_v<OtherEvent>) {
        throw storageError(where, "the history holds an event of a kind this Alignoscope does not know", {},
                           '"' + std::string(name.substr(0, 40)) + '"', "Open it with a newer Alignoscope.");
    } else {
        std::variant_alternative_t<kind, OtherEvent> event;
        if (kindOf(event) != name)
            return decode<kind + 1>(name, reader, where);
        eventFields(reader, event);
        return event;
    }
}

[[noreturn]] void damaged(const std::string& where, std::string expected)
{
    throw storageError(where, "the history is damaged", std::move(expected), {},
                       "Move the file away to use the run without its history.");
}

std::vector<Link> decodeLinks(const json& value, const std::string& where)
{
    const auto isIndex = [](const json& number) {
        return number.is_number_unsigned() && number.get<std::uint64_t>() <= std::uint64_t{maxInt};
    };
    std::vector<Link> links;
    for (const json& pair : value) {
        if (!pair.is_array() || pair.size() != 2 || !isIndex(pair[0]) || !isIndex(pair[1]))
            damaged(where, "links as pairs of numbers");
        links.push_back({pair[0].get<std::int32_t>(), pair[1].get<std::int32_t>()});
    }
    return links;
}

json linksJson(const std::vector<Link>& links)
{
    json list = json::array();
    for (const Link link : links)
        list.push_back({link.source, link.target});
    return list;
}

} // namespace

EventRow encodeEvent(const OtherEvent& event)
{
    return std::visit(
        [](const auto& what) {
            json data;
            FieldWriter writer(data);
            eventFields(writer, what);
            return EventRow{std::string(kindOf(what)), stepOf(what), dumpJson(data)};
        },
        event);
}

OtherEvent decodeEvent(std::string_view kind, std::string_view data, const std::string& where)
{
    const json value = parseJson(data, where, eventDepth);
    FieldReader reader(value, where);
    return decode(kind, reader, where);
}

std::string encodeTokens(const std::vector<std::string>& tokens)
{
    return dumpJson(tokens);
}

std::vector<std::string> decodeTokens(std::string_view text, const std::string& where)
{
    const json list = parseJson(text, where, eventDepth);
    if (!list.is_array())
        damaged(where, "a list of tokens");
    std::vector<std::string> tokens;
    for (const json& token : list) {
        if (!token.is_string())
            damaged(where, "a list of tokens");
        tokens.push_back(token.get<std::string>());
    }
    return tokens;
}

std::string encodeFlags(const std::vector<bool>& flags)
{
    json list = json::array();
    for (std::size_t i = 0; i < flags.size(); ++i)
        if (flags[i])
            list.push_back(i);
    return dumpJson(list);
}

std::vector<bool> decodeFlags(std::string_view text, std::size_t size, const std::string& where)
{
    const json list = parseJson(text, where, eventDepth);
    std::vector<bool> flags(size, false);
    if (!list.is_array())
        damaged(where, "a list of positions");
    for (const json& position : list) {
        if (!position.is_number_unsigned() || position.get<std::uint64_t>() >= size)
            damaged(where, "positions below " + std::to_string(size));
        flags[position.get<std::size_t>()] = true;
    }
    return flags;
}

std::string encodeGold(const GoldAlignment& gold)
{
    return dumpJson({{"sure", linksJson(gold.sure)}, {"possible", linksJson(gold.possible)}});
}

GoldAlignment decodeGold(std::string_view text, const std::string& where)
{
    const json value = parseJson(text, where, eventDepth);
    if (!value.is_object() || !value.contains("sure") || !value.contains("possible") || !value["sure"].is_array()
        || !value["possible"].is_array())
        damaged(where, "lists of sure and possible links");
    return {decodeLinks(value["sure"], where), decodeLinks(value["possible"], where)};
}

} // namespace alignoscope::storage
