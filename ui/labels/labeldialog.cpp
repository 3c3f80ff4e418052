// SPDX-License-Identifier: Apache-2.0
#include "ui/labels/labeldialog.h"

#include "models/definition/secret/secretguard.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/textlabel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize labelSize{440, 460};
constexpr int noteHeight = 96;

} // namespace

LabelDialog::LabelDialog(const LabelBook::Labels &labels, const QString &name,
                         const QStringList &tags, QWidget *parent)
    : Dialog(u"labelDialog"_s,
             labels.size() == 1 ? tr("Tags and note of %1").arg(name)
                                : tr("Tags of %Ln pipelines", nullptr, int(labels.size())),
             labelSize, parent)
    , m_labels(labels)
    , m_tags(new QListWidget(this))
    , m_new(new QLineEdit(this))
    , m_add(addButton(tr("&Add"), u"addTag"_s))
    , m_problem(new NoteLine(Family::Problem, this))
    , m_save(addButton(tr("&Save"), u"saveLabel"_s))
{
    m_tags->setObjectName(u"tagList"_s);
    m_tags->setAccessibleName(tr("Tags"));
    new FocusRing(m_tags);
    m_new->setObjectName(u"newTag"_s);
    m_new->setMaxLength(int(PipelineLabel::longestTag));
    m_new->setPlaceholderText(tr("New tag"));
    m_new->setAccessibleName(tr("New tag"));
    m_problem->setObjectName(u"labelProblem"_s);
    m_save->setProperty("primary", true);
    QPushButton *cancel = addButton(tr("Cancel"), u"cancelLabel"_s);
    for (const QString &tag : tags) {
        const auto count =
            std::count_if(labels.cbegin(), labels.cend(),
                          [&tag](const PipelineLabel &one) { return one.hasTag(tag); });
        addRow(tag, count == 0               ? Qt::Unchecked
                    : count == labels.size() ? Qt::Checked
                                             : Qt::PartiallyChecked);
    }

    auto *about = new TextLabel(tr("Kept on this computer only. Filter by them with Tag."),
                                TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    QBoxLayout *line = makeLine();
    line->addWidget(m_new, 1);
    line->addWidget(m_add);
    QBoxLayout *buttons = makeLine();
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    QVBoxLayout *column = makeColumn();
    column->addWidget(m_tags, 1);
    column->addLayout(line);
    if (labels.size() == 1) {
        auto *title = new QLabel(tr("&Note"), this);
        m_note = new QPlainTextEdit(labels.cbegin()->note, this);
        m_note->setObjectName(u"noteEdit"_s);
        m_note->setTabChangesFocus(true);
        m_note->setFixedHeight(noteHeight);
        title->setBuddy(m_note);
        column->addWidget(title);
        column->addWidget(m_note);
    }
    column->addWidget(about);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    connect(m_new, &QLineEdit::textChanged, this, [this] {
        m_problem->setText({});
        const bool hasTag = !m_new->text().trimmed().isEmpty();
        m_add->setEnabled(hasTag);
        // Enter does what was just prepared.
        (hasTag ? m_add : m_save)->setDefault(true);
    });
    connect(m_add, &QPushButton::clicked, this, &LabelDialog::addTag);
    connect(m_save, &QPushButton::clicked, this, &LabelDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_add->setEnabled(false);
    m_save->setDefault(true);
    (tags.isEmpty() ? static_cast<QWidget *>(m_new) : m_tags)->setFocus();
    m_tags->setCurrentRow(0);
}

void LabelDialog::addRow(const QString &tag, Qt::CheckState state)
{
    auto *item = new QListWidgetItem(tag, m_tags);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(state);
}

bool LabelDialog::refuse(const QString &problem)
{
    m_problem->setText(problem);
    return !problem.isEmpty();
}

void LabelDialog::addTag()
{
    const QString tag = m_new->text().simplified();
    if (SecretGuard::holdsSecret(tag) &&
        refuse(tr("This looks like a secret. A tag is kept in a file, which must not hold any.")))
        return;
    const QList<QListWidgetItem *> same = m_tags->findItems(tag, Qt::MatchFixedString);
    if (same.isEmpty())
        addRow(tag, Qt::Checked);
    else
        same.constFirst()->setCheckState(Qt::Checked);
    QListWidgetItem *item = same.isEmpty() ? m_tags->item(m_tags->count() - 1) : same.constFirst();
    m_tags->setCurrentItem(item);
    m_tags->scrollToItem(item);
    m_new->clear();
    m_new->setFocus();
}

void LabelDialog::check()
{
    const LabelBook::Labels made = labels();
    for (const PipelineLabel &label : made) {
        if (label.tags.size() > PipelineLabel::mostTags) {
            refuse(tr("A pipeline can have %Ln tags at most. Take some away.", nullptr,
                      int(PipelineLabel::mostTags)));
            return;
        }
        if (label.note.size() > PipelineLabel::longestNote) {
            refuse(tr("The note is too long: %Ln characters at most.", nullptr,
                      int(PipelineLabel::longestNote)));
            return;
        }
        if (SecretGuard::holdsSecret(label.note)) {
            refuse(tr("The note holds a secret. It is kept in a file, which must not hold any."));
            return;
        }
    }
    accept();
}

LabelBook::Labels LabelDialog::labels() const
{
    LabelBook::Labels made = m_labels;
    for (PipelineLabel &label : made) {
        for (int row = 0; row < m_tags->count(); ++row) {
            const QListWidgetItem *item = m_tags->item(row);
            if (item->checkState() == Qt::Unchecked)
                label.removeTag(item->text());
        }
        for (int row = 0; row < m_tags->count(); ++row) {
            const QListWidgetItem *item = m_tags->item(row);
            if (item->checkState() == Qt::Checked && !label.hasTag(item->text()))
                label.tags += item->text();
        }
        label.tags.sort(Qt::CaseInsensitive);
        if (m_note)
            label.note = m_note->toPlainText().trimmed();
    }
    return made;
}

} // namespace Sluice
