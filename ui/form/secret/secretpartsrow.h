// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secrettext.h"

#include <QWidget>

#include <array>
#include <functional>

class QComboBox;
class QGridLayout;
class QLabel;

namespace Sluice {

class SecretPart;

// The provider and the parts of one reference, side by side with their captions, and a button for a
// menu after them. It shows what it is given and tells what the user wants. It decides nothing.
class SecretPartsRow final : public QWidget
{
    Q_OBJECT

public:
    // As in secretParts.
    enum Part { Provider, Location, Name, Key };

    static QString SecretReference::*memberOf(Part part);

    // The parts' object names begin with this one: "password.secretName".
    explicit SecretPartsRow(const QString &name, QWidget *parent = nullptr);

    // The cursor stays in a part that does not change.
    void showReference(const SecretReference &reference);
    // What screen readers say before the name of a part.
    void setLabel(const QString &label);
    // The part's text while it is empty.
    void setPlaceholder(Part part, const QString &text);
    // Gives the captions a key each. For a window with one reference: the keys are always the same.
    void setMnemonics();
    // Which provider an empty one stands for. The captions say its words.
    void setMeantProvider(const QString &provider);
    // Tells which texts are parts of references already, so that nobody doubts them.
    void setKnown(const std::function<bool(const QString &)> &isKnown);
    // Marks the part; empty words remove the mark.
    void showProblem(Part part, const QString &words);
    // What screen readers say about the whole.
    void setDescription(const QString &words);
    void forgetRefusals();

    // The id of the provider that is shown.
    QString provider() const;

    bool isWrong() const;
    // Where the focus goes: to a wrong part, if there is one.
    QWidget *entry() const;
    // The width with all parts at their greatest width.
    int widest() const;

    // Not for the provider.
    SecretPart *line(Part part) const { return m_lines.at(size_t(part - Location)); }

Q_SIGNALS:
    void providerChosen(const QString &provider);
    void partTaken(Sluice::SecretPartsRow::Part part, const QString &text);
    // why: empty when it is not refused any more.
    void refusalChanged(Sluice::SecretPart *part, const QString &why, bool isDoubt);
    void referencePasted(const Sluice::SecretText &pasted);
    void menuRequested(QWidget *below);

private:
    static constexpr int lineCount = 3; // the parts without the provider

    void makeProvider(QGridLayout *grid);
    void makeLine(Part part, QGridLayout *grid);
    void makeMenuButton(QGridLayout *grid);
    void showProvider(const QString &provider);
    void fit();
    void nameParts();
    void showCaptions();

    QLabel *caption(Part part) const { return m_captions.at(size_t(part - Location)); }

    QString m_name;
    QString m_label;
    QString m_meantProvider;
    bool m_hasMnemonics = false;
    QComboBox *m_provider;
    QLabel *m_providerCaption = nullptr;
    std::array<SecretPart *, lineCount> m_lines{};
    std::array<QLabel *, lineCount> m_captions{};
};

} // namespace Sluice
