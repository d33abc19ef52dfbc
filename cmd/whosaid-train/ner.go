package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/train"
)

// newNERCmd trains the recogniser of names.
func newNERCmd() *cobra.Command {
	r := train.Recogniser{Log: os.Stderr}
	var out, score, teacher string
	var names, without []string
	var errors bool
	c := &cobra.Command{
		Use:   "ner",
		Short: "train the recogniser of people, places and organisations",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if score != "" {
				return scoreModel(score, r.Data, errors)
			}
			for g := range ner.Groups {
				if slices.Contains(without, g.String()) {
					r.Without = append(r.Without, g)
				}
			}
			r.Corpora = train.Corpora(names...)
			if r.Open {
				r.Corpora, teacher = train.OpenCorpora(), ""
			}
			if teacher != "" {
				var err error
				if r.Teacher, err = openModel(teacher); err != nil {
					return err
				}
			}
			model, err := r.Train()
			if err != nil || model == nil {
				return err
			}
			if err := os.WriteFile(out, model, 0o644); err != nil {
				return err
			}
			return scoreModel(out, r.Data, errors)
		},
	}
	f := c.Flags()
	f.StringVar(&r.Data, "data", "../shared/data", "folder of the corpora")
	f.StringVar(&out, "out", "pkg/ner/model.bin", "model file to write")
	f.StringVar(&score, "score", "", "only measure this model file, or prose, on the dev sets")
	f.BoolVar(&r.Open, "permissive", false, "train on openly licensed sets alone")
	f.StringSliceVar(&names, "corpora", nil, "train on the home corpus and these alone")
	f.StringSliceVar(&without, "without", nil, "feature groups left out")
	f.BoolVar(&errors, "errors", false, "list the errors on the dev sets")
	f.IntVar(&r.Settings.Rounds, "rounds", 6, "passes over the corpora")
	f.Float64Var(&r.Settings.Rate, "rate", 0.05, "learning rate of the first pass over them")
	f.Float64Var(&r.Settings.Decay, "decay", 1e-4, "L2 regularisation")
	f.Float64Var(&r.Settings.Dropout, "dropout", 0.4, "share of features dropped while learning")
	f.Uint32Var(&r.Settings.Least, "least", 2, "times a feature must be seen to be learnt")
	f.IntVar(&r.Folds, "folds", 3, "parts of the home corpus for the second pass")
	f.IntVar(&r.Rows, "rows", 415_000, "features that the model keeps")
	f.StringVar(&r.Work, "work", "", "folder for finished steps, to go on with after a stop")
	f.StringVar(&teacher, "teacher", "", "model file that labels unlabelled news")
	f.StringVar(&r.Vectors, "vectors", "", "package of word vectors, a .tgz file")
	f.StringVar(&r.Words, "words", "", "file lexicon-* of an earlier run's --work, instead of a teacher")
	f.IntVar(&r.News, "news", 45_000_000, "words of news that the teacher labels")
	f.IntVar(&r.Workers, "workers", 2, "parts trained at a time")
	return c
}

// scoreModel prints the scores of a model file on the dev sets, or those of
// prose's own recogniser when path is "prose".
func scoreModel(path, data string, errors bool) error {
	recogniser := ner.Prose()
	if path != "prose" {
		var err error
		if recogniser, err = openModel(path); err != nil {
			return err
		}
	}
	if !errors {
		return train.Report(os.Stdout, data, recogniser)
	}
	for _, name := range train.DevFiles() {
		articles, err := train.ReadArticles(filepath.Join(data, "ner", name))
		if err != nil {
			return err
		}
		fmt.Println(name)
		train.WriteErrors(os.Stdout, recogniser, articles)
	}
	return nil
}

// openModel makes a recogniser of a model file.
func openModel(path string) (ner.Recogniser, error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m, err := ner.OpenModel(string(file))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return ner.NewRecogniser(m), nil
}
