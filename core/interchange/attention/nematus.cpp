// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/nematus.h"

#include "interchange/alignment_words.h"
#include "interchange/attention/fields.h"

namespace alignoscope::interchange {

namespace {

struct Header {
    std::string_view target, source;
    bool counted = false; ///< the numbers of words are not "0 0"
};

std::optional<Header> headerOf(std::string_view line)
{
    const auto fields = fieldsOf(line);
    if (fields.size() != 5 || !wholeNumber(fields[0]) || !decimalNumber(fields[2]))
        return std::nullopt;
    const auto counts = wordsOf(fields[4]);
    if (counts.size() != 2 || !wholeNumber(counts[0]) || !wholeNumber(counts[1]))
        return std::nullopt;
    return Header{fields[1], fields[3], counts[0] != "0" || counts[1] != "0"};
}

bool looksLike(const std::vector<std::string_view>& lines, bool counted)
{
    const auto header = lines.empty() ? std::nullopt : headerOf(lines.front());
    return header && header->counted == counted;
}

/// One block after the other; a row that cannot be read spoils its own block alone.
class Blocks {
public:
    explicit Blocks(RawAttention& attention) : m_attention(attention) { }

    void take(const corpus::Line& line)
    {
        if (const auto header = headerOf(line.text))
            begin(*header, line.number);
        else if (!wordsOf(line.text).empty())
            addNumbers(line);
    }

    void end()
    {
        if (!m_begun)
            return;
        m_begun = false;
        if (m_problem.empty() && m_sentence.rows == 0)
            m_problem = "there are no weights below this line";
        if (m_problem.empty())
            m_attention.add(std::move(m_sentence));
        else
            m_attention.skip(m_sentence.line, std::move(m_problem));
    }

    bool counted = false;

private:
    RawAttention& m_attention;
    RawSentence m_sentence;
    std::string m_problem;
    bool m_begun = false;
    std::int64_t m_blocks = 0;

    void begin(const Header& header, std::int64_t line)
    {
        end();
        m_begun = true;
        m_problem.clear();
        m_sentence = {};
        m_sentence.line = line;
        m_sentence.textLine = m_blocks++;
        m_sentence.target = wordList(header.target);
        m_sentence.source = wordList(header.source);
        counted = counted || header.counted;
    }

    void addNumbers(const corpus::Line& line)
    {
        if (!m_begun) {
            m_attention.skip(line.number, "a header such as 0 ||| target ||| 0 ||| source ||| 0 0 was expected");
            return;
        }
        if (!m_problem.empty())
            return;
        const std::size_t before = m_sentence.weights.size();
        const std::string_view bad = readNumbers(line.text, ' ', m_sentence.weights);
        m_problem = corpus::lineFault(line);
        if (m_problem.empty() && !bad.empty())
            m_problem = "row " + std::to_string(m_sentence.rows + 1) + ": " + quoted(bad) + " is not a number";
        const std::size_t numbers = m_sentence.weights.size() - before;
        m_attention.spend(static_cast<std::int64_t>(numbers));
        if (m_problem.empty())
            m_problem = addRow(m_sentence, numbers);
    }
};

} // namespace

bool looksLikeNematus(const std::vector<std::string_view>& lines)
{
    return looksLike(lines, true);
}

bool looksLikeOpenNmtLua(const std::vector<std::string_view>& lines)
{
    return looksLike(lines, false);
}

void readNematus(AttentionLines& lines, RawAttention& attention)
{
    Blocks blocks(attention);
    for (corpus::Line line; !attention.full() && lines.next(line);)
        blocks.take(line);
    if (!attention.full())
        blocks.end();
    attention.format = blocks.counted ? AttentionFormat::Nematus : AttentionFormat::OpenNmtLua;
}

} // namespace alignoscope::interchange
