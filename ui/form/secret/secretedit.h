// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secrettext.h"
#include "models/references/referencesuggestions.h"
#include "ui/form/secret/secretpartsrow.h"

#include <QWidget>

class QAction;
class QLabel;
class QMenu;

namespace Sluice {

class NoteLine;
class Panel;
class SecretLine;

// The parts of a reference to a secret in the user's vault: provider, vault or location, name, key.
// It refuses a text that is a secret itself, because that would be sent and stored in plain sight.
// It asks the user about a text that may be one. A whole reference that is pasted into any part
// fills all of them.
class SecretEdit final : public QWidget
{
    Q_OBJECT

public:
    using Part = SecretPartsRow::Part;
    using enum SecretPartsRow::Part;

    // The parts' object names begin with this one: "password.secretName".
    explicit SecretEdit(const QString &name, QWidget *parent = nullptr);

    // The reference as in a definition; empty when no part is filled. Unknown keys stay, and a part
    // that nobody touched keeps its spelling.
    const QJsonObject &value() const { return m_value; }

    // The cursor stays in a part that does not change.
    void setValue(const QJsonObject &value);

    // What screen readers say before the name of a part.
    void setLabel(const QString &label);

    // See SecretPartsRow.
    void setMnemonics() { m_parts->setMnemonics(); }

    void setMeantProvider(const QString &provider) { m_parts->setMeantProvider(provider); }

    // The part's text while it is empty.
    void setPlaceholder(Part part, const QString &text);
    // The text below the parts while all of them are empty.
    void setEmptyText(const QString &text);
    // The suggestions, and who uses a reference. field: the last key of the place, such as
    // "password"; empty: any. Call it once.
    void setSources(const ReferenceSources &sources, const QString &field = {});
    // Which provider an empty reference begins with, as others beside it have that one. It becomes
    // part of the reference only when the user fills another part.
    void setLikelyProvider(const std::function<QString()> &likely);
    // Asks for it again.
    void refreshProvider();
    // Whether the user may remove the whole reference; at first not.
    void setClearable(bool clearable);
    // From now on a complete reference is one line, and its parts appear when the user asks for
    // them.
    void setFoldable();

    // Marks the whole, and one part; empty words remove the mark. A marked part is shown.
    void showProblem(const QString &words);
    void showProblem(Part part, const QString &words);

Q_SIGNALS:
    // The user has changed value().
    void edited();
    // The maximum width is another one now.
    void widthChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void makeLayout();
    void makeMenu();
    void openMenu(QWidget *below);

    void write(QString SecretReference::*part, const QString &text);
    void write(const SecretReference &reference);
    void writeProvider(const QString &provider);
    void applyWhole(const SecretText &pasted);
    void endRefusals();
    void showRefusal(SecretPart *part, const QString &words, bool isDoubt);
    void copy() const;
    void paste();
    void showValue(const QJsonObject &value);
    void showWords();
    void fitWidth();
    QString help(const QString &provider) const;

    bool canFold() const;
    void fold(bool folded);
    void foldWhenLeft();
    void open();
    void chooseEntry();

    QString m_name;
    QJsonObject m_value;
    QString m_vault; // that was removed with its provider
    SecretPartsRow *m_parts;
    QMenu *m_menu;
    QAction *m_edit = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_clear = nullptr;
    NoteLine *m_refusal;
    SecretPart *m_doubting = nullptr; // the part that asks whether its text is a name
    NoteLine *m_warning;
    QLabel *m_leftOut; // of the last paste
    QLabel *m_help;
    SecretLine *m_line = nullptr;
    QString m_emptyText;
    Panel *m_frame;
    std::function<QString()> m_likely;
    bool m_isProviderLikely = false; // nobody chose the one that value() has
    bool m_isFoldable = false;
    bool m_isFolded = false;
    bool m_isClearable = false;
};

} // namespace Sluice
