// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange.h"

#include "alignoscope/error.h"
#include "models/checkpoint_tensors.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <numeric>

namespace alignoscope::bench {

namespace {

class Integers {
public:
    explicit Integers(const std::filesystem::path& file) : m_file(file)
    {
        std::ifstream in(file, std::ios::binary | std::ios::ate);
        const auto size = in ? static_cast<std::size_t>(in.tellg()) : 0;
        m_values.resize(size / sizeof(std::int32_t));
        in.seekg(0);
        in.read(reinterpret_cast<char*>(m_values.data()), static_cast<std::streamsize>(size));
    }
    std::int32_t next()
    {
        if (m_at == m_values.size())
            throw Error(ErrorKind::Input, {m_file.string(), "the file ends too early", {}, {}, "Write it again."});
        return m_values[m_at++];
    }
    std::vector<TokenId> sentence()
    {
        std::vector<TokenId> ids(static_cast<std::size_t>(next()));
        for (TokenId& id : ids)
            id = TokenId(next());
        return ids;
    }

private:
    std::filesystem::path m_file;
    std::vector<std::int32_t> m_values;
    std::size_t m_at = 0;
};

void append(std::vector<std::int32_t>& out, std::span<const TokenId> sentence)
{
    out.push_back(static_cast<std::int32_t>(sentence.size()));
    for (const TokenId id : sentence)
        out.push_back(index(id));
}

void write(const std::filesystem::path& file, const std::vector<std::int32_t>& values)
{
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char*>(values.data()),
              static_cast<std::streamsize>(values.size() * sizeof(std::int32_t)));
    if (!out.flush())
        throw Error(ErrorKind::Storage, {file.string(), "the file cannot be written", {}, {}, {}});
}

} // namespace

void writeExchange(const std::filesystem::path& folder, const Exchange& exchange, const models::ParameterBlock& block)
{
    std::filesystem::create_directories(folder);
    const models::Sizes& sizes = exchange.sizes;
    const nlohmann::json about = {
        {"source_words", sizes.sourceWords},     {"target_words", sizes.targetWords},
        {"embedding", sizes.embedding},          {"hidden", sizes.hidden},
        {"alignment", sizes.alignment},          {"maxout", sizes.maxout},
        {"pairs", exchange.pairs.size()},        {"source_tokens", exchange.pairs.sourceTokens()},
        {"batches", exchange.batches.size()},    {"target_tokens", exchange.pairs.targetTokens()},
        {"sentences", exchange.sentences.size()}};
    std::ofstream(folder / "exchange.json") << about.dump(2) << '\n';
    std::vector<std::int32_t> values{static_cast<std::int32_t>(exchange.batches.size())};
    for (const auto& batch : exchange.batches) {
        values.push_back(static_cast<std::int32_t>(batch.size()));
        for (const std::uint32_t pair : batch) {
            append(values, exchange.pairs.source(pair));
            append(values, exchange.pairs.target(pair));
        }
    }
    write(folder / "batches.bin", values);
    values.assign(1, static_cast<std::int32_t>(exchange.sentences.size()));
    for (std::size_t i = 0; i < exchange.sentences.size(); ++i) {
        append(values, exchange.sentences[i]);
        values.push_back(exchange.lengths[i]);
    }
    write(folder / "sentences.bin", values);
    saveParameters(folder / "parameters.safetensors", models::RnnSearch<float>(sizes), block);
}

Exchange readExchange(const std::filesystem::path& folder)
{
    std::ifstream file(folder / "exchange.json");
    if (!file)
        throw Error(ErrorKind::Input,
                    {folder.string(), "this is no exchange folder", "exchange.json", "nothing", "Write one first."});
    const auto about = nlohmann::json::parse(file);
    const auto size = [&](const char* name) { return about.at(name).get<nn::Index>(); };
    Exchange exchange;
    exchange.sizes = {size("source_words"), size("target_words"), size("embedding"),
                      size("hidden"),       size("alignment"),    size("maxout")};
    Integers batches(folder / "batches.bin");
    exchange.batches.resize(static_cast<std::size_t>(batches.next()));
    for (auto& batch : exchange.batches) {
        batch.resize(static_cast<std::size_t>(batches.next()));
        std::iota(batch.begin(), batch.end(), static_cast<std::uint32_t>(exchange.pairs.size()));
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const auto source = batches.sentence(), target = batches.sentence();
            exchange.pairs.add(source, target, exchange.pairs.size());
        }
    }
    Integers sentences(folder / "sentences.bin");
    for (std::int32_t left = sentences.next(); left > 0; --left) {
        exchange.sentences.push_back(sentences.sentence());
        exchange.lengths.push_back(sentences.next());
    }
    return exchange;
}

models::ParameterBlock readParameters(const std::filesystem::path& file, const models::RnnSearch<float>& network)
{
    models::ParameterBlock block(static_cast<std::size_t>(network.layout().size()));
    models::readTensors(storage::readTensorFile(file), network.layout(), "", block);
    return block;
}

void saveParameters(const std::filesystem::path& file, const models::RnnSearch<float>& network,
                    const models::ParameterBlock& block)
{
    std::vector<storage::TensorEntry> tensors;
    models::appendTensors(network.layout(), "", block, tensors);
    storage::writeTensorFile(file, tensors, {});
}

} // namespace alignoscope::bench
